package org.ninelives.script.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptKeywords;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptType;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/**
 * What {@code global_defs} says about scripts.
 *
 * @param startup what runs before anything else is applied
 * @param shutdown what runs when everything has ended
 */
record ScriptSettings(
        ScriptRules rules,
        Optional<Script> startup,
        Duration startupTimeout,
        Optional<Script> shutdown,
        Duration shutdownTimeout) {

    private static final int TIMEOUT_SECONDS = 10;

    private static final Keyword<Optional<Script>> STARTUP_SCRIPT =
            Keyword.optional(
                    "startup_script",
                    new ScriptType(),
                    "run once before anything else starts, and waited for");
    private static final Keyword<Integer> STARTUP_SCRIPT_TIMEOUT =
            Keyword.value(
                    "startup_script_timeout",
                    ArgumentTypes.integer(1, 1000),
                    TIMEOUT_SECONDS,
                    "seconds after which startup_script is ended");
    private static final Keyword<Optional<Script>> SHUTDOWN_SCRIPT =
            Keyword.optional(
                    "shutdown_script",
                    new ScriptType(),
                    "run once when everything else has ended, and waited for");
    private static final Keyword<Integer> SHUTDOWN_SCRIPT_TIMEOUT =
            Keyword.value(
                    "shutdown_script_timeout",
                    ArgumentTypes.integer(1, 1000),
                    TIMEOUT_SECONDS,
                    "seconds after which shutdown_script is ended");

    static final BlockGrammar GLOBAL_DEFS = BlockGrammar.of(keywords());

    /** Before a configuration is applied. */
    static final ScriptSettings NONE =
            new ScriptSettings(
                    ScriptRules.DEFAULT,
                    Optional.empty(),
                    Duration.ofSeconds(TIMEOUT_SECONDS),
                    Optional.empty(),
                    Duration.ofSeconds(TIMEOUT_SECONDS));

    private static List<Keyword<?>> keywords() {
        List<Keyword<?>> keywords = new ArrayList<>(ScriptKeywords.ALL);
        keywords.addAll(
                List.of(
                        STARTUP_SCRIPT,
                        STARTUP_SCRIPT_TIMEOUT,
                        SHUTDOWN_SCRIPT,
                        SHUTDOWN_SCRIPT_TIMEOUT));
        return keywords;
    }

    /** What leads from these to others. */
    List<PlannedChange> changesTo(ScriptSettings next) {
        return new DifferenceList<>(this, next)
                .of("script_user", settings -> settings.rules.user())
                .of("enable_script_security", settings -> settings.rules.secure())
                .of("use_symlink_paths", settings -> settings.rules.symlinksKept())
                .of("set_supplementary_groups", settings -> settings.rules.allGroups())
                .of(STARTUP_SCRIPT.name(), settings -> settings.startup.map(ScriptSettings::words))
                .of(STARTUP_SCRIPT_TIMEOUT.name(), settings -> settings.startupTimeout.toSeconds())
                .of(
                        SHUTDOWN_SCRIPT.name(),
                        settings -> settings.shutdown.map(ScriptSettings::words))
                .of(
                        SHUTDOWN_SCRIPT_TIMEOUT.name(),
                        settings -> settings.shutdownTimeout.toSeconds())
                .change("global_defs of scripts");
    }

    /** With its user, where one is named. */
    private static String words(Script script) {
        return String.join(" ", script.words())
                + script.user().map(user -> " as " + user).orElse("");
    }

    static ScriptSettings read(Values globalDefs, Problems problems) {
        ScriptRules rules = ScriptRules.of(globalDefs);
        for (Keyword<Optional<Script>> keyword : List.of(STARTUP_SCRIPT, SHUTDOWN_SCRIPT)) {
            if (globalDefs.get(keyword).isPresent()) {
                rules.warnIfInsecure(problems, globalDefs.position(keyword), keyword.name());
            }
        }
        return new ScriptSettings(
                rules,
                globalDefs.get(STARTUP_SCRIPT),
                Duration.ofSeconds(globalDefs.get(STARTUP_SCRIPT_TIMEOUT)),
                globalDefs.get(SHUTDOWN_SCRIPT),
                Duration.ofSeconds(globalDefs.get(SHUTDOWN_SCRIPT_TIMEOUT)));
    }
}
