package org.ninelives.track.process.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.ninelives.track.process.core.ProcessSettings;

/**
 * All that is said about processes.
 *
 * @param trackers by name, in the order of the file
 * @param receiveBytes how much the kernel keeps of events; a size that needs no thought when empty
 * @param receiveForced whether that may exceed the limit of the system
 */
public record ProcessConfiguration(
        Map<String, ProcessSettings> trackers, OptionalInt receiveBytes, boolean receiveForced) {

    /** Without any. */
    public static final ProcessConfiguration NONE =
            new ProcessConfiguration(Map.of(), OptionalInt.empty(), true);

    public ProcessConfiguration {
        trackers = Collections.unmodifiableMap(new LinkedHashMap<>(trackers));
    }
}
