package org.ninelives.check.misc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Weighting;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;

/** What the ends of commands mean. */
class MiscVerdictTest {

    private static final String LABEL = "Misc check by [/bin/ask] ";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void status0Passes(boolean dynamic) throws InterruptedException {
        assertThat(verdict(dynamic, new ScriptEnd.Exited(0)))
                .isEqualTo(CheckResult.passed(LABEL + "succeeded"));
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "false, 2", "false, 255", "true, 1"})
    void otherStatusesFail(boolean dynamic, int status) throws InterruptedException {
        assertThat(verdict(dynamic, new ScriptEnd.Exited(status)))
                .isEqualTo(
                        CheckResult.failed(LABEL + "failed (exited with status " + status + ")"));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1", "127, 125", "200, 198", "255, 253"})
    void aDynamicOneSetsTheWeight(int status, int weight) throws InterruptedException {
        assertThat(verdict(true, new ScriptEnd.Exited(status)))
                .isEqualTo(
                        CheckResult.passed(LABEL + "succeeded with weight " + weight)
                                .with(new Weighting.Set(weight)));
    }

    @Test
    void aSignalFailsIt() throws InterruptedException {
        assertThat(verdict(false, new ScriptEnd.Signalled(9)))
                .isEqualTo(CheckResult.failed(LABEL + "failed (ended by signal 9)"));
    }

    @Test
    void whatLooksLikeASignalIsAWeightOfADynamicOne() throws InterruptedException {
        assertThat(verdict(true, new ScriptEnd.Signalled(2)).weighting())
                .isEqualTo(new Weighting.Set(128));
    }

    @Test
    void tooMuchTimeFailsIt() throws InterruptedException {
        assertThat(verdict(true, new ScriptEnd.TimedOut(Duration.ofSeconds(2))))
                .isEqualTo(CheckResult.failed(LABEL + "timed out after 2.000 s"));
    }

    @Test
    void oneThatCannotBeginHasFailed() throws InterruptedException {
        assertThat(verdict(false, new ScriptEnd.NotStarted("it is gone")))
                .isEqualTo(CheckResult.failed(LABEL + "failed (could not be started: it is gone)"));
    }

    @Test
    void itsLastWordsAreTold() throws InterruptedException {
        assertThat(verdict(false, new ScriptEnd.Exited(1), "no route", "giving up").reason())
                .endsWith("(exited with status 1), output: no route | giving up");
    }

    @Test
    void whatThisDaemonEndedSaysNothing() {
        assertThatThrownBy(() -> verdict(false, new ScriptEnd.Killed()))
                .isInstanceOf(InterruptedException.class)
                .hasMessage(LABEL + "was stopped");
        assertThatThrownBy(() -> verdict(false, new ScriptEnd.Withheld("the daemon stops")))
                .isInstanceOf(InterruptedException.class);
    }

    private static CheckResult verdict(boolean dynamic, ScriptEnd end, String... output)
            throws InterruptedException {
        MiscCommand command =
                new MiscCommand(
                        new Script(List.of("/bin/ask", "-p", "80"), Optional.empty()),
                        ScriptRules.DEFAULT,
                        Duration.ofSeconds(1),
                        dynamic);
        return MiscVerdict.of(
                command,
                new ScriptOutcome(end, OptionalLong.of(1), Duration.ofMillis(3), List.of(output)));
    }
}
