package org.ninelives.api.management;

import java.util.List;

/**
 * A bundle of the daemon at one moment.
 *
 * @param symbolicName such as {@code org.ninelives.check.tcp}
 * @param version of it
 * @param state {@code INSTALLED} while something it needs is missing, {@code RESOLVED} while it is
 *     not started, {@code STARTING}, {@code ACTIVE}, {@code STOPPING} or {@code UNINSTALLED}
 * @param shipped whether it is part of the product; otherwise it was dropped in
 * @param file it was taken from; of one that was dropped in the name in its folder
 * @param sha256 of the bytes that run, of one that was dropped in; hexadecimal, empty if shipped
 * @param checkers the keywords of the checkers it brings
 * @param keywords the keywords it brings that stand outside all blocks of the configuration
 * @param threads how many threads that it started while it started itself have not ended; 0 for one
 *     that is shipped, whose threads are not counted
 * @param problem what is wrong with it, a sentence; empty if nothing is
 * @param sinceMillis since when it has the state, milliseconds since 1970 UTC
 */
public record BundleStatus(
        String symbolicName,
        String version,
        String state,
        boolean shipped,
        String file,
        String sha256,
        List<String> checkers,
        List<String> keywords,
        int threads,
        String problem,
        long sinceMillis) {

    public BundleStatus {
        checkers = List.copyOf(checkers);
        keywords = List.copyOf(keywords);
    }
}
