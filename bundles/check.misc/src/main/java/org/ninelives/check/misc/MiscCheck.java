package org.ninelives.check.misc;

import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckDefaults;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.script.CommandType;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.script.ScriptUserType;
import org.ninelives.api.script.Scripts;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code MISC_CHECK}: the exit status of a command tells how a server is. */
@Component
public final class MiscCheck implements CheckerType {

    private static final Keyword<Optional<List<String>>> MISC_PATH =
            Keyword.optional(
                    "misc_path",
                    new CommandType(),
                    "the command; the server is up while it ends with status 0 in time");
    private static final Keyword<Optional<Duration>> MISC_TIMEOUT =
            Keyword.optional(
                    "misc_timeout",
                    seconds("0", "4294").map(Duration::ofNanos),
                    "time after which it has failed and is ended; 0 or by default the delay_loop");
    private static final Keyword<Boolean> MISC_DYNAMIC =
            Keyword.value(
                    "misc_dynamic",
                    nothing(),
                    false,
                    "status 2..255 is a success and sets the weight of the server to 0..253");
    private static final Keyword<Optional<ScriptUser>> USER =
            Keyword.optional(
                    "user", new ScriptUserType(), "who runs it; by default that of script_user");
    private static final BlockGrammar GRAMMAR =
            CheckKeywords.scheduled(MISC_PATH, MISC_TIMEOUT, MISC_DYNAMIC, USER);

    private static final CheckDefaults DEFAULTS =
            new CheckDefaults(0, Optional.of(Duration.ofSeconds(1)));

    /** What passes at most from the end of its time until a command is gone, and to begin it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final MiscRunner runner;

    @Activate
    public MiscCheck(@Reference Scripts scripts) {
        runner = new MiscRunner(scripts);
    }

    @Override
    public String keyword() {
        return "MISC_CHECK";
    }

    @Override
    public String help() {
        return "The exit status of a command tells whether the server is up.";
    }

    @Override
    public BlockGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public CheckDefaults defaults() {
        return DEFAULTS;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        Optional<List<String>> words = block.values().get(MISC_PATH);
        if (words.isEmpty()) {
            block.problems()
                    .error(
                            block.values().position(),
                            MISC_PATH.name(),
                            "is missing in this MISC_CHECK, which is left out; write misc_path and"
                                    + " its command");
            return List.of();
        }
        ScriptRules rules = ScriptRules.of(block.globalDefs());
        rules.warnIfInsecure(block.problems(), block.values().position(MISC_PATH), keyword());
        CheckSchedule schedule = block.schedule();
        Duration timeout =
                block.values()
                        .get(MISC_TIMEOUT)
                        .filter(written -> !written.isZero())
                        .orElse(schedule.delayLoop());
        MiscCommand command =
                new MiscCommand(
                        new Script(words.get(), block.values().get(USER)),
                        rules,
                        timeout,
                        block.values().get(MISC_DYNAMIC));
        return List.of(
                block.probing(
                        new MiscMethod(command, runner),
                        block.target(),
                        within(schedule, timeout)));
    }

    /** The command has its own time, so that the engine need not cut it short. */
    private static CheckSchedule within(CheckSchedule schedule, Duration timeout) {
        return new CheckSchedule(
                schedule.delayLoop(),
                schedule.delayWhenFailed(),
                schedule.retry(),
                schedule.delayBeforeRetry(),
                schedule.warmup(),
                schedule.connectTimeout(),
                timeout.plus(GRACE),
                schedule.rise());
    }
}
