package org.ninelives.script.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Values;

final class ScriptSectionTest {

    private static final Position LINE = new Position("keepalived.conf", 1);

    private final List<String> runs = new ArrayList<>();
    private final Problems problems = new Problems();
    private final ScriptSection section = new ScriptSection(new Ended());

    /** Scripts that end at once. */
    private final class Ended implements Scripts {

        @Override
        public ScriptVerdict inspect(Script script, ScriptRules rules) {
            return new ScriptVerdict(true, List.of());
        }

        @Override
        public ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told) {
            runs.add(
                    "%s %s secure=%s %s"
                            .formatted(
                                    job.label(),
                                    job.script().words(),
                                    job.rules().secure(),
                                    job.timeout()));
            told.accept(
                    new ScriptOutcome(
                            new ScriptEnd.Exited(1), OptionalLong.of(1), Duration.ZERO, List.of()));
            return () -> {};
        }
    }

    private ConfigSection.Prepared prepare(String... lines) {
        List<Statement> statements = new ArrayList<>();
        for (String line : lines) {
            statements.add(Statement.line(LINE, line));
        }
        GrammarReader reader = new GrammarReader(problems);
        Values globalDefs = reader.read(LINE, statements, section.globalDefs());
        Values root = reader.read(LINE, List.of(), BlockGrammar.none());
        return section.prepare(root, globalDefs, problems);
    }

    @Test
    void theStartupScriptRunsOnceAndTheShutdownScriptAtTheEnd() throws Exception {
        String[] lines = {
            "startup_script \"/s a\"",
            "startup_script_timeout 3",
            "shutdown_script /t",
            "enable_script_security"
        };
        prepare(lines).apply();
        prepare(lines).apply();
        assertThat(runs).containsExactly("startup_script [/s, a] secure=true PT3S");

        section.stop();
        assertThat(runs).hasSize(2).endsWith("shutdown_script [/t] secure=true PT10S");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void aReloadThatBringsAStartupScriptDoesNotRunIt() throws Exception {
        prepare().apply();
        prepare("startup_script /s").apply();
        section.stop();
        assertThat(runs).isEmpty();
    }

    @Test
    void whatWasNotAppliedRunsNothing() {
        prepare("startup_script /s", "shutdown_script /t");
        section.stop();
        assertThat(runs).isEmpty();
    }

    @Test
    void aDifferenceIsPartOfThePlan() throws Exception {
        assertThat(prepare().changes()).isEmpty();
        ConfigSection.Prepared next = prepare("script_user nobody", "startup_script \"/s x\"");
        assertThat(next.changes())
                .extracting(PlannedChange::toString)
                .containsExactly(
                        "CHANGE global_defs of scripts: script_user - -> nobody, startup_script -"
                                + " -> /s x");
        next.apply();
        assertThat(prepare("script_user nobody", "startup_script \"/s x\"").changes()).isEmpty();
    }

    @Test
    void aStartupScriptWithoutScriptSecurityIsTold() {
        prepare("startup_script /s", "shutdown_script /t");
        assertThat(problems.all())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.SCRIPT_SECURITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startup_script",
                "startup_script_timeout 0",
                "shutdown_script_timeout 1001",
                "enable_script_security yes",
                "use_symlink_paths perhaps",
                "script_user a b c"
            })
    void whatMeansNothingIsReported(String line) {
        prepare(line);
        assertThat(problems.all()).hasSize(1);
    }
}
