package org.ninelives.api.configuration;

import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/**
 * The keywords of {@code global_defs} about the thread of one service, such as {@code
 * vrrp_rt_priority}; keepalived has a process of its own for each.
 */
public final class ThreadKeywords {

    /** TASK_COMM_LEN of the kernel's linux/sched.h less the terminating zero. */
    private static final int NAME_LENGTH_MAX = 15;

    /** Of SCHED_RR and SCHED_FIFO, sched(7). */
    private static final int REAL_TIME_MAX = 99;

    private static final ThreadSettings DEFAULT = ThreadSettings.DEFAULT;

    private static final Keyword<Boolean> PROCESS_NAMES =
            Keyword.value(
                    "process_names",
                    nothing(),
                    false,
                    "threads are named as keepalived's processes");
    private static final Keyword<Optional<String>> PROCESS_NAME =
            Keyword.optional("process_name", name(), "name of the process");
    private static final Keyword<Integer> MAX_AUTO_PRIORITY =
            Keyword.value(
                    "max_auto_priority",
                    orBare(integer(-1, REAL_TIME_MAX), REAL_TIME_MAX),
                    0,
                    "real-time priority up to which a late thread raises itself; -1 for never");
    private static final Keyword<Optional<Integer>> MIN_AUTO_PRIORITY_DELAY =
            Keyword.optional(
                    "min_auto_priority_delay",
                    integer(1, 10_000_000),
                    "microseconds of lateness that raise it");

    /** What concerns all threads; the section of virtual routers has them in its grammar. */
    public static final List<Keyword<?>> OF_ALL_THREADS =
            List.of(PROCESS_NAMES, PROCESS_NAME, MAX_AUTO_PRIORITY, MIN_AUTO_PRIORITY_DELAY);

    private final String usualName;
    private final Keyword<Optional<String>> processName;
    private final Optional<Keyword<Optional<String>>> processNameOfOld;
    private final Keyword<Integer> priority;
    private final Keyword<Boolean> noSwap;
    private final Keyword<Optional<Integer>> realTimePriority;
    private final Keyword<Set<Integer>> processors;
    private final Keyword<Optional<Integer>> realTimeTurn;
    private final Keyword<Optional<Integer>> realTimeTurnMisspelt;

    /**
     * The keywords of a service.
     *
     * @param service how they begin: {@code vrrp}
     * @param what whose thread it is, for help: {@code virtual routers}
     */
    public ThreadKeywords(String service, String what) {
        this(service, service, what);
    }

    /**
     * The keywords of a service whose process has another name.
     *
     * @param process what the process is called, and the name of it was set by in former times:
     *     {@code lvs}
     */
    public ThreadKeywords(String service, String process, String what) {
        usualName = "keepalived_" + process;
        processName =
                Keyword.optional(
                        service + "_process_name", name(), "name of the thread of " + what);
        processNameOfOld =
                process.equals(service)
                        ? Optional.empty()
                        : Optional.of(
                                Keyword.optional(
                                                process + "_process_name",
                                                name(),
                                                "the same as " + processName)
                                        .withRemark("is deprecated; write " + processName));
        priority =
                Keyword.value(
                        service + "_priority", integer(-20, 19), 0, "nice value of that thread");
        noSwap =
                Keyword.value(
                        service + "_no_swap",
                        nothing(),
                        false,
                        "the memory of the process stays in RAM");
        realTimePriority =
                Keyword.optional(
                        service + "_rt_priority",
                        new ClampedType(1, REAL_TIME_MAX),
                        "real-time priority of that thread");
        processors =
                Keyword.value(
                        service + "_cpu_affinity",
                        new ProcessorsType(),
                        Set.of(),
                        "processors that thread may run on");
        realTimeTurn =
                Keyword.optional(
                        service + "_rlimit_rttime",
                        integer(2, Integer.MAX_VALUE),
                        "microseconds a real-time turn may take before the log tells so");
        realTimeTurnMisspelt =
                Keyword.optional(
                                service + "_rlimit_rtime",
                                integer(2, Integer.MAX_VALUE),
                                "the same as " + service + "_rlimit_rttime")
                        .withRemark("is deprecated; write " + service + "_rlimit_rttime");
    }

    /** The keywords that are this service's alone. */
    public List<Keyword<?>> keywords() {
        List<Keyword<?>> keywords =
                new ArrayList<>(
                        List.of(
                                processName,
                                priority,
                                noSwap,
                                realTimePriority,
                                processors,
                                realTimeTurn,
                                realTimeTurnMisspelt));
        processNameOfOld.ifPresent(keywords::add);
        return List.copyOf(keywords);
    }

    /** How the kernel shall treat the thread. The name of the process is another's concern. */
    public ThreadSettings read(Values globals) {
        Optional<String> name =
                globals.get(PROCESS_NAMES) ? Optional.of(usualName) : DEFAULT.threadName();
        return new ThreadSettings(
                DEFAULT.processName(),
                globals.get(processName)
                        .or(() -> processNameOfOld.flatMap(globals::get))
                        .or(() -> name),
                globals.get(priority),
                globals.get(realTimePriority)
                        .map(OptionalInt::of)
                        .orElse(DEFAULT.realTimePriority()),
                globals.get(realTimeTurn)
                        .or(() -> globals.get(realTimeTurnMisspelt))
                        .map(ThreadKeywords::micros)
                        .orElse(DEFAULT.realTimeTurnMax()),
                Math.max(0, globals.get(MAX_AUTO_PRIORITY)),
                globals.get(MIN_AUTO_PRIORITY_DELAY)
                        .map(ThreadKeywords::micros)
                        .orElse(DEFAULT.automaticPriorityDelay()),
                globals.get(processors),
                globals.get(noSwap));
    }

    /** The same with the name of the process, which one of the services sets for all. */
    public ThreadSettings readWithProcess(Values globals) {
        return read(globals).withProcessName(globals.get(PROCESS_NAME));
    }

    private static Duration micros(int count) {
        return Duration.of(count, ChronoUnit.MICROS);
    }

    private static ArgumentType<String> name() {
        return word("NAME of 1.." + NAME_LENGTH_MAX + " characters")
                .map(
                        text -> {
                            if (text.isEmpty() || text.length() > NAME_LENGTH_MAX) {
                                throw new IllegalArgumentException(
                                        "'"
                                                + text
                                                + "' has not 1.."
                                                + NAME_LENGTH_MAX
                                                + " characters");
                            }
                            return text;
                        });
    }
}
