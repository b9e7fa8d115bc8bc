package org.ninelives.track.script.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptOutcome;

/** The lines that monitors look for. */
final class ScriptWordsTest {

    private static ScriptOutcome outcome(ScriptEnd end, String... output) {
        return new ScriptOutcome(end, OptionalLong.of(1), Duration.ofMillis(34), List.of(output));
    }

    @Test
    void aStatusThatDiffersFromTheLastIsTold() {
        assertThat(ScriptWords.ended("chk", outcome(new ScriptEnd.Exited(7), "a", "b")))
                .isEqualTo("Script `chk` now returning 7 after 0.034 s, output: a | b");
        assertThat(ScriptWords.ended("chk", outcome(new ScriptEnd.Signalled(9))))
                .isEqualTo("Script `chk` now ended by signal 9 after 0.034 s");
        assertThat(ScriptWords.ended("chk", outcome(new ScriptEnd.TimedOut(Duration.ofSeconds(1)))))
                .isEqualTo("Script `chk` now timing out after 0.034 s");
    }

    @Test
    void aScriptThatDidNotStartTookNoTime() {
        ScriptOutcome outcome =
                new ScriptOutcome(
                        new ScriptEnd.NotStarted("/c does not exist"),
                        OptionalLong.empty(),
                        Duration.ZERO,
                        List.of());
        assertThat(ScriptWords.changed("chk", outcome))
                .isEqualTo("VRRP_Script(chk) failed (could not be started: /c does not exist)");
    }

    @Test
    void aReloadTellsWhatItKeeps() {
        assertThat(ScriptWords.kept("chk", true))
                .isEqualTo("VRRP_Script(chk) considered successful on reload");
        assertThat(ScriptWords.kept("chk", false))
                .isEqualTo("VRRP_Script(chk) considered unsuccessful on reload");
    }
}
