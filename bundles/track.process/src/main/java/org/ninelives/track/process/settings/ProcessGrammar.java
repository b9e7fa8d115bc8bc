package org.ninelives.track.process.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.track.TrackerWeight;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.track.process.core.ParameterMatch;

/** The keywords about processes. */
final class ProcessGrammar {

    private static final int COUNT_MAX = 65535;

    /** More could not change the order of priorities 1..254; keepalived takes one more. */
    private static final int WEIGHT_MAX = 253;

    private static final int WEIGHT_TAKEN_MAX = 254;

    static final Keyword<Optional<List<String>>> PROCESS =
            Keyword.optional(
                    "process",
                    new CommandType(),
                    "the process to count; with parameters its whole command line is compared");
    static final Keyword<ParameterMatch> PARAM_MATCH =
            Keyword.value(
                    "param_match",
                    orBare(
                            choice(
                                    Map.entry("initial", ParameterMatch.INITIAL),
                                    Map.entry("partial", ParameterMatch.PARTIAL)),
                            ParameterMatch.EXACT),
                    ParameterMatch.NONE,
                    "how parameters are compared: partial lets more of them follow, initial the"
                            + " last one be longer too; without a word there must be no others");
    static final Keyword<TrackerWeight> WEIGHT =
            Keyword.value(
                    "weight",
                    TrackerWeight.type(WEIGHT_TAKEN_MAX, WEIGHT_MAX),
                    new TrackerWeight(0, false),
                    "what their presence adds to the priority; 0 makes their absence a fault");
    static final Keyword<Integer> QUORUM =
            Keyword.value("quorum", integer(1, COUNT_MAX), 1, "how many must run at least");
    static final Keyword<Optional<Integer>> QUORUM_MAX =
            Keyword.optional(
                    "quorum_max",
                    integer(0, COUNT_MAX),
                    "how many may run at most; 0 means that none may");
    static final Keyword<Optional<Long>> DELAY =
            Keyword.optional(
                    "delay", seconds("0.000001", "3600"), "both fork_delay and terminate_delay");
    static final Keyword<Optional<Long>> FORK_DELAY =
            Keyword.optional(
                    "fork_delay",
                    seconds("0.000001", "3600"),
                    "how long a quorum that a fork brought must last to count");
    static final Keyword<Optional<Long>> TERMINATE_DELAY =
            Keyword.optional(
                    "terminate_delay",
                    seconds("0.000001", "3600"),
                    "how long a quorum that an end took must be missing to count");
    static final Keyword<Boolean> FULL_COMMAND =
            Keyword.value(
                    "full_command",
                    nothing(),
                    false,
                    "the first word of the command line is compared, and not the name");

    static final Keyword<List<Block<String>>> VRRP_TRACK_PROCESS =
            Keyword.blocks(
                    "vrrp_track_process",
                    word("a name"),
                    BlockGrammar.of(
                            PROCESS,
                            PARAM_MATCH,
                            WEIGHT,
                            QUORUM,
                            QUORUM_MAX,
                            DELAY,
                            FORK_DELAY,
                            TERMINATE_DELAY,
                            FULL_COMMAND),
                    "processes whose presence decides about priorities");

    static final Keyword<Optional<Integer>> RECEIVE_BYTES =
            Keyword.optional(
                    "process_monitor_rcv_bufs",
                    integer(1, Integer.MAX_VALUE),
                    "receive buffer of the socket that tells of processes, bytes");
    static final Keyword<Boolean> RECEIVE_FORCED =
            Keyword.value(
                    "process_monitor_rcv_bufs_force",
                    bool(),
                    false,
                    "that buffer may exceed the limit of the system");

    private ProcessGrammar() {}
}
