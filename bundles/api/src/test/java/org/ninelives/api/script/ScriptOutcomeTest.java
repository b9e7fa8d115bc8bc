package org.ninelives.api.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class ScriptOutcomeTest {

    private static ScriptOutcome outcome(ScriptEnd end, String... output) {
        return new ScriptOutcome(
                end, OptionalLong.of(17), Duration.ofMillis(1012), List.of(output));
    }

    @Test
    void onlyStatusZeroIsSuccess() {
        assertThat(outcome(new ScriptEnd.Exited(0)).succeeded()).isTrue();
        assertThat(outcome(new ScriptEnd.Exited(1)).succeeded()).isFalse();
        assertThat(outcome(new ScriptEnd.Signalled(15)).succeeded()).isFalse();
        assertThat(outcome(new ScriptEnd.Killed()).succeeded()).isFalse();
    }

    @Test
    void theTextTellsTheEndTheTimeAndTheOutput() {
        assertThat(outcome(new ScriptEnd.Exited(1), "no process found", "giving up"))
                .hasToString(
                        "exited with status 1 after 1.012 s, output: no process found | giving up");
        assertThat(outcome(new ScriptEnd.Signalled(11)))
                .hasToString("ended by signal 11 after 1.012 s");
        assertThat(outcome(new ScriptEnd.TimedOut(Duration.ofMillis(500))))
                .hasToString("timed out after 0.500 s");
        assertThat(outcome(new ScriptEnd.Killed())).hasToString("was stopped after 1.012 s");
        assertThat(
                        new ScriptOutcome(
                                new ScriptEnd.NotStarted("no such file"),
                                OptionalLong.empty(),
                                Duration.ZERO,
                                List.of()))
                .hasToString("could not be started: no such file");
    }

    @Test
    void aNegativeTimeoutIsRefused() {
        Script script = new Script(List.of("/bin/true"), Optional.empty());
        assertThatThrownBy(
                        () ->
                                new ScriptJob(
                                        "chk",
                                        script,
                                        ScriptRules.DEFAULT,
                                        List.of(),
                                        Map.of(),
                                        Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
