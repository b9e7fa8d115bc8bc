package org.ninelives.api.management;

/** Something that is tracked, as it is configured. */
public record TrackerWeightDetails(
        @Description("What is tracked: interface, process, file, script, bfd or virtual server")
                String kind,
        @Description("Name of it") String name,
        @Description("Weight, -254..254; 0 makes it a fault when it is bad") int weight,
        @Description("Whether good counts as bad, and bad as good") boolean reverse) {}
