package org.ninelives.api.management;

/** Something that a virtual router tracks, and what that does to it at one moment. */
public record TrackedStatus(
        @Description("What is tracked: interface, process, file, script, bfd or virtual server")
                String kind,
        @Description("Name of it") String name,
        @Description("Weight, -254..254; 0 makes it a fault when it is bad") int weight,
        @Description("Whether good counts as bad, and bad as good") boolean reverse,
        @Description(
                        "GOOD, BAD, the number of a file, UNKNOWN without a result, ABSENT if"
                                + " unwatched")
                String state,
        @Description("What it does now, a sentence") String effect) {}
