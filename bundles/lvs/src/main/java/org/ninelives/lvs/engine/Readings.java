package org.ninelives.lvs.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;

/**
 * Services as the kernel counts them. One answer serves a second, so that whoever asks for each of
 * a thousand servers asks the kernel once for their service. Loop thread only.
 */
final class Readings {

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Reading(long nanos, Optional<ServiceEntry> entry) {}

    private final KernelLink link;
    private final Map<ServiceKey, Reading> readings = new HashMap<>();

    Readings(KernelLink link) {
        this.link = link;
    }

    /** A service; empty if the kernel does not have it. */
    Optional<ServiceEntry> service(long nowNanos, ServiceKey key) {
        Reading reading = readings.get(key);
        if (reading == null || nowNanos - reading.nanos() >= FRESH_NANOS) {
            reading = new Reading(nowNanos, link.service(key));
            readings.put(key, reading);
        }
        return reading.entry();
    }
}
