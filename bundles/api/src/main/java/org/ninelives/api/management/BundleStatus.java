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
        @Description(
                        "The file it was taken from; of one that was dropped in the name in its"
                                + " folder")
                String file,
        @Description(
                        "SHA-256 of the file whose content runs, hexadecimal; empty for one that is"
                                + " shipped")
                String sha256,
        @Description("Keywords of the checkers it brings") List<String> checkers,
        @Description("Keywords it brings that stand outside all blocks of the configuration")
                List<String> keywords,
        @Description(
                        "Threads that it started in its start and that have not ended; 0 for one"
                                + " that is shipped, whose threads are not counted")
                int threads,
        @Description("What is wrong with it, a sentence; empty if nothing is") String problem,
        @Description("Since when it has the state, milliseconds since 1970 UTC") long sinceMillis) {

    public BundleStatus {
        checkers = List.copyOf(checkers);
        keywords = List.copyOf(keywords);
    }
}
