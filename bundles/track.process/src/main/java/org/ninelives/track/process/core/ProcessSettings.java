package org.ninelives.track.process.core;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.management.ProcessDetails;
import org.ninelives.api.track.TrackerDefinition;

/**
 * What is wanted of some processes.
 *
 * @param name name of the {@code vrrp_track_process}
 * @param quorum how many must run at least, 0..65535
 * @param quorumMax how many may run at most, {@link #UNLIMITED} for any number
 * @param forkDelayNanos how long a change that a fork brought must last to count
 * @param terminateDelayNanos how long a change that an end brought must last to count
 */
public record ProcessSettings(
        String name,
        ProcessPattern pattern,
        int quorum,
        int quorumMax,
        long forkDelayNanos,
        long terminateDelayNanos) {

    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final long MICRO_NANOS = 1000;

    boolean isGood(int processes) {
        return processes >= quorum && processes <= quorumMax;
    }

    /**
     * What a client of its bean is told.
     *
     * @param place its place in the configuration, 1 for the first
     */
    public ProcessDetails details(TrackerDefinition definition, int place) {
        return new ProcessDetails(
                place,
                pattern.program(),
                pattern.parameters(),
                pattern.match().name(),
                pattern instanceof ProcessPattern.Command,
                quorum,
                most(quorumMax).orElse(-1),
                forkDelayNanos / MICRO_NANOS,
                terminateDelayNanos / MICRO_NANOS,
                definition.weight(),
                definition.reverse());
    }

    /** What a reload may change about it. */
    public static DifferenceList<ProcessSettings> compared(
            DifferenceList<ProcessSettings> versions) {
        return versions.of("process", settings -> settings.pattern.words())
                .of("quorum", ProcessSettings::quorum)
                .of("quorum_max", settings -> most(settings.quorumMax))
                .of("fork_delay", settings -> seconds(settings.forkDelayNanos))
                .of("terminate_delay", settings -> seconds(settings.terminateDelayNanos));
    }

    private static OptionalInt most(int quorumMax) {
        return quorumMax == UNLIMITED ? OptionalInt.empty() : OptionalInt.of(quorumMax);
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    /** The log line of a change; its beginning is keepalived's. */
    String changed(boolean good, int processes) {
        return "Quorum %s for tracked process %s (%s)"
                .formatted(good ? "gained" : "lost", name, words(processes));
    }

    /** The log line of the first list. */
    String found(int processes) {
        return "Tracked process %s: %s".formatted(name, words(processes));
    }

    private String words(int processes) {
        return processes + " found, " + wanted() + " wanted";
    }

    private String wanted() {
        if (quorumMax == UNLIMITED) {
            return "at least " + quorum;
        }
        return quorum == 0 ? "at most " + quorumMax : quorum + " to " + quorumMax;
    }
}
