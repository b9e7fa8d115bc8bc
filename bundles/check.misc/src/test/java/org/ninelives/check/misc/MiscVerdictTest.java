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
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Weighting;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.system.ExhaustedException;

/** What the ends of commands mean. */
class MiscVerdictTest {

    private static final String LABEL = "Misc check by [/bin/ask] ";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void status0Passes(boolean dynamic) throws Exception {
        assertThat(verdict(dynamic, new ScriptEnd.Exited(0)))
                .isEqualTo(CheckResult.passed(LABEL + "succeeded."));
    }

    @ParameterizedTest
    @CsvSource({"false, 1", "false, 2", "false, 255", "true, 1"})
    void otherStatusesFail(boolean dynamic, int status) throws Exception {
        assertThat(verdict(dynamic, new ScriptEnd.Exited(status)))
                .isEqualTo(
                        CheckResult.failed(LABEL + "failed (exited with status " + status + ")."));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1", "127, 125", "200, 198", "255, 253"})
    void aDynamicOneSetsTheWeight(int status, int weight) throws Exception {
        assertThat(verdict(true, new ScriptEnd.Exited(status)))
                .isEqualTo(
                        CheckResult.passed(LABEL + "succeeded. (weight " + weight + ")")
                                .with(new Weighting.Set(weight)));
    }

    @Test
    void aSignalFailsIt() throws Exception {
        assertThat(verdict(false, new ScriptEnd.Signalled(9)))
                .isEqualTo(CheckResult.failed(LABEL + "failed (due to signal 9)."));
    }

    @Test
    void whatLooksLikeASignalIsAWeightOfADynamicOne() throws Exception {
        assertThat(verdict(true, new ScriptEnd.Signalled(2)).weighting())
                .isEqualTo(new Weighting.Set(128));
    }

    @Test
    void tooMuchTimeFailsIt() throws Exception {
        assertThat(verdict(true, new ScriptEnd.TimedOut(Duration.ofSeconds(2))))
                .isEqualTo(CheckResult.failed(LABEL + "timed out. (after 2000 ms)"));
    }

    @Test
    void oneThatCannotBeginHasFailed() throws Exception {
        assertThat(verdict(false, new ScriptEnd.NotStarted("it is gone")))
                .isEqualTo(
                        CheckResult.failed(LABEL + "failed (could not be started: it is gone)."));
    }

    @Test
    void itsLastWordsAreTold() throws Exception {
        assertThat(verdict(false, new ScriptEnd.Exited(1), "no route", "giving up").reason())
                .endsWith("(exited with status 1). Output: no route | giving up");
    }

    @Test
    void whatThisDaemonEndedSaysNothing() {
        assertThatThrownBy(() -> verdict(false, new ScriptEnd.Killed()))
                .isInstanceOf(InterruptedException.class)
                .hasMessage(LABEL + "was stopped");
    }

    @Test
    void whatThisMachineCannotBeginSaysNothingEither() {
        assertThatThrownBy(() -> verdict(false, new ScriptEnd.Withheld("no process is left")))
                .isInstanceOf(ExhaustedException.class)
                .hasMessage(LABEL + "was not started: no process is left");
    }

    @Test
    void aSentenceIsAboutOneServer() {
        CheckKey check = new CheckKey("[10.0.0.1]:tcp:80", "[10.0.0.2]:tcp:80", 0);
        assertThat(MiscCommand.of(check, LABEL + "succeeded."))
                .isEqualTo(
                        "Misc check for [[10.0.0.2]:tcp:80 VS [10.0.0.1]:tcp:80] by [/bin/ask]"
                                + " succeeded.");
        assertThat(MiscCommand.of(check, "it was not over in its time"))
                .isEqualTo("it was not over in its time");
    }

    private static CheckResult verdict(boolean dynamic, ScriptEnd end, String... output)
            throws Exception {
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
