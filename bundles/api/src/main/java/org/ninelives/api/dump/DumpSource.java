package org.ninelives.api.dump;

import java.util.List;
import java.util.Map;
import org.ninelives.api.json.JsonObject;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells what a service knows now. Publish one in the service registry. All methods are called on
 * the one thread that writes dumps, and may wait for a loop a bounded time.
 */
@ConsumerType
public interface DumpSource {

    /** What it has to say in a file; without any section the file may not be written at all. */
    List<DumpSection> sections(DumpFile file);

    /** Its objects in JSON, by the member of the file they belong to; {@code vrrp} is one. */
    default Map<String, List<JsonObject>> objects() {
        return Map.of();
    }

    /** Lets its counters begin at 0 again. */
    default void clearCounters() {}
}
