package org.ninelives.api.management;

/** One load, reload or rollback that was asked for. */
public record HistoryEntry(
        @Description("Counts them from the start of the daemon, 1 for the start itself")
                long number,
        @Description("When it began, milliseconds since 1970 UTC") long timeMillis,
        @Description("APPLIED, REFUSED or UNCHANGED") String result,
        @Description("How long it took, milliseconds") long durationMillis,
        @Description("The result in one sentence") String summary,
        @Description("Hash of what was read") String hash,
        @Description("Who asked: start, SIGHUP, control at 127.0.0.1") String by,
        @Description("Whether this is the one that runs") boolean running) {}
