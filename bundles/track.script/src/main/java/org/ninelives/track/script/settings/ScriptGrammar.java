package org.ninelives.track.script.settings;

import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.script.CommandType;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.script.ScriptUserType;
import org.ninelives.api.track.TrackerWeight;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords about scripts that are tracked. */
final class ScriptGrammar {

    private static final int WEIGHT_TAKEN_MAX = 254;
    private static final int WEIGHT_MAX = 253;
    private static final int RESULTS_MAX = 1_000_000;

    static final Keyword<Optional<List<String>>> SCRIPT =
            Keyword.optional(
                    "script",
                    new CommandType(),
                    "the command; it is good while it ends with status 0 in time");
    static final Keyword<Duration> INTERVAL =
            Keyword.value(
                    "interval",
                    new IntervalType(),
                    Duration.ofSeconds(1),
                    "time from one start to the next; a run that takes longer is not doubled");
    static final Keyword<Optional<Duration>> TIMEOUT =
            Keyword.optional(
                    "timeout",
                    seconds("0", "4294").map(Duration::ofNanos),
                    "time after which a run has failed and is ended; by default the interval");
    static final Keyword<TrackerWeight> WEIGHT =
            Keyword.value(
                    "weight",
                    TrackerWeight.type(WEIGHT_TAKEN_MAX, WEIGHT_MAX),
                    new TrackerWeight(0, false),
                    "what it does to the priority: added while good if positive, while bad if"
                            + " negative; with 0 a bad one is a fault");
    static final Keyword<Integer> RISE =
            Keyword.value(
                    "rise", integer(1, RESULTS_MAX), 1, "successes in a row that make it good");
    static final Keyword<Integer> FALL =
            Keyword.value("fall", integer(1, RESULTS_MAX), 1, "failures in a row that make it bad");
    static final Keyword<Optional<ScriptUser>> USER =
            Keyword.optional(
                    "user", new ScriptUserType(), "who runs it; by default that of script_user");
    static final Keyword<Boolean> INIT_FAIL =
            Keyword.value("init_fail", nothing(), false, "it is bad until its first successes");

    static final Keyword<List<Block<String>>> VRRP_SCRIPT =
            Keyword.blocks(
                    "vrrp_script",
                    word("a name"),
                    BlockGrammar.of(SCRIPT, INTERVAL, TIMEOUT, WEIGHT, RISE, FALL, USER, INIT_FAIL),
                    "a command that is run again and again and whose result decides about"
                            + " priorities");

    private ScriptGrammar() {}
}
