package org.ninelives.api.management;

import java.util.List;

/** A bundle of the daemon at one moment. */
public record BundleStatus(
        @Description("Such as org.ninelives.check.tcp") String symbolicName,
        @Description("Its version") String version,
        @Description(
                        "INSTALLED while something it needs is missing, RESOLVED while it is not"
                                + " started, STARTING, ACTIVE, STOPPING or UNINSTALLED")
                String state,
        @Description("Whether it is part of the product; otherwise it was dropped in")
                boolean shipped,
        @Description("Where it was taken from; of one that was dropped in, its name in the folder")
                String file,
        @Description(
                        "SHA-256 of the bytes that run, of one that was dropped in, hexadecimal;"
                                + " empty if shipped")
                String sha256,
        @Description("The keywords of the checkers it brings") List<String> checkers,
        @Description("The keywords it brings that stand outside all blocks of the configuration")
                List<String> keywords,
        @Description(
                        "How many threads that it started while it started itself have not ended; 0"
                                + " for one that is shipped, whose threads are not counted")
                int threads,
        @Description("What is wrong with it, a sentence; empty if nothing is") String problem,
        @Description("Since when it has the state, milliseconds since 1970 UTC") long sinceMillis) {

    public BundleStatus {
        checkers = List.copyOf(checkers);
        keywords = List.copyOf(keywords);
    }
}
