package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.config.grammar.ArgumentTypes.word;
import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code global_defs} about the thread of virtual routers and its process. */
final class ThreadGrammar {

    /** TASK_COMM_LEN of the kernel's linux/sched.h less the terminating zero. */
    private static final int NAME_LENGTH_MAX = 15;

    /** Of SCHED_RR and SCHED_FIFO, sched(7). */
    private static final int REAL_TIME_MAX = 99;

    static final Keyword<Boolean> PROCESS_NAMES =
            flag("process_names", "the thread of virtual routers is named keepalived_vrrp");
    static final Keyword<Optional<String>> PROCESS_NAME =
            Keyword.optional("process_name", name(), "name of the process");
    static final Keyword<Optional<String>> VRRP_PROCESS_NAME =
            Keyword.optional("vrrp_process_name", name(), "name of the thread of virtual routers");
    static final Keyword<Integer> VRRP_PRIORITY =
            Keyword.value("vrrp_priority", integer(-20, 19), 0, "nice value of that thread");
    static final Keyword<Boolean> VRRP_NO_SWAP =
            flag("vrrp_no_swap", "the memory of the process stays in RAM");
    static final Keyword<Optional<Integer>> VRRP_RT_PRIORITY =
            Keyword.optional(
                    "vrrp_rt_priority",
                    new ClampedType(1, REAL_TIME_MAX),
                    "real-time priority of that thread");
    static final Keyword<Set<Integer>> VRRP_CPU_AFFINITY =
            Keyword.value(
                    "vrrp_cpu_affinity",
                    new ProcessorsType(),
                    Set.of(),
                    "processors that thread may run on");
    static final Keyword<Optional<Integer>> VRRP_RLIMIT_RTTIME =
            Keyword.optional(
                    "vrrp_rlimit_rttime",
                    integer(2, Integer.MAX_VALUE),
                    "microseconds a real-time turn may take before the log tells so");
    static final Keyword<Optional<Integer>> VRRP_RLIMIT_RTIME =
            Keyword.optional(
                            "vrrp_rlimit_rtime",
                            integer(2, Integer.MAX_VALUE),
                            "the same as vrrp_rlimit_rttime")
                    .withRemark("is deprecated; write vrrp_rlimit_rttime");
    static final Keyword<Integer> MAX_AUTO_PRIORITY =
            Keyword.value(
                    "max_auto_priority",
                    orBare(integer(-1, REAL_TIME_MAX), REAL_TIME_MAX),
                    0,
                    "real-time priority up to which a late thread raises itself; -1 for never");
    static final Keyword<Optional<Integer>> MIN_AUTO_PRIORITY_DELAY =
            Keyword.optional(
                    "min_auto_priority_delay",
                    integer(1, 10_000_000),
                    "microseconds of lateness that raise it");

    static final List<Keyword<?>> KEYWORDS =
            List.of(
                    PROCESS_NAMES,
                    PROCESS_NAME,
                    VRRP_PROCESS_NAME,
                    VRRP_PRIORITY,
                    VRRP_NO_SWAP,
                    VRRP_RT_PRIORITY,
                    VRRP_CPU_AFFINITY,
                    VRRP_RLIMIT_RTTIME,
                    VRRP_RLIMIT_RTIME,
                    MAX_AUTO_PRIORITY,
                    MIN_AUTO_PRIORITY_DELAY);

    private ThreadGrammar() {}

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
