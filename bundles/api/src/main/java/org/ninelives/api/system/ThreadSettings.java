package org.ninelives.api.system;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the kernel shall treat the thread of a loop, and the process it is in.
 *
 * @param processName what ps(1) and top(1) show for the process, at most 15 bytes; left as it is
 *     when empty
 * @param threadName the same for the loop's thread
 * @param nice -20, which gets most of the processor, to 19; see setpriority(2)
 * @param realTimePriority 1 to 99 of SCHED_RR, see sched(7); an ordinary thread when empty
 * @param realTimeTurnMax how long a thread with real-time priority may compute in one turn before
 *     the log tells so
 * @param automaticPriorityMax up to which real-time priority, 1 to 99, a loop that was late raises
 *     itself step by step; 0 for never
 * @param automaticPriorityDelay how late it must be for a step
 * @param processors the numbers of those it may run on; any when empty
 * @param memoryLocked whether no memory of the process may be swapped out
 */
public record ThreadSettings(
        Optional<String> processName,
        Optional<String> threadName,
        int nice,
        OptionalInt realTimePriority,
        Duration realTimeTurnMax,
        int automaticPriorityMax,
        Duration automaticPriorityDelay,
        Set<Integer> processors,
        boolean memoryLocked) {

    /** What holds where a configuration says nothing. */
    public static final ThreadSettings DEFAULT =
            new ThreadSettings(
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    OptionalInt.empty(),
                    Duration.ofMillis(10),
                    0,
                    Duration.ofSeconds(1),
                    Set.of(),
                    false);

    /** The same with another name of the process. */
    public ThreadSettings withProcessName(Optional<String> name) {
        return new ThreadSettings(
                name,
                threadName,
                nice,
                realTimePriority,
                realTimeTurnMax,
                automaticPriorityMax,
                automaticPriorityDelay,
                processors,
                memoryLocked);
    }
}
