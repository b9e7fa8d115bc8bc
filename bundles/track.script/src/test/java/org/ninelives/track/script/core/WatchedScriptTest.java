package org.ninelives.track.script.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class WatchedScriptTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Far from zero, as the clock of a machine is. */
    private static final long START = -77 * SECOND;

    private final List<String> transcript = new ArrayList<>();
    private WatchedScript script = new WatchedScript(timing(1, 1, 1, false));
    private long now = START;

    private static ScriptTiming timing(int seconds, int rise, int fall, boolean failsFirst) {
        return new ScriptTiming(seconds * SECOND, rise, fall, failsFirst);
    }

    private WatchedScriptTest handles(ScriptInput input) {
        script.handle(
                now,
                input,
                effect ->
                        transcript.add(
                                (now - START) / SECOND
                                        + " "
                                        + switch (effect) {
                                            case ScriptEffect.Run run -> "run";
                                            case ScriptEffect.Skipped skipped -> "skip";
                                            case ScriptEffect.Found found -> found.finding();
                                        }));
        return this;
    }

    private WatchedScriptTest begins() {
        return handles(new ScriptInput.Begin());
    }

    private WatchedScriptTest ends(RunResult result) {
        return handles(new ScriptInput.Ended(result));
    }

    /** Time passes, tick by tick. */
    private WatchedScriptTest waits(int seconds) {
        long end = now + seconds * SECOND;
        while (script.deadlineNanos() <= end) {
            now = script.deadlineNanos();
            handles(new ScriptInput.Tick());
        }
        now = end;
        return this;
    }

    @Test
    void itRunsAtOnceAndThenAtEachInterval() {
        script = new WatchedScript(timing(2, 1, 1, false));
        begins().ends(RunResult.SUCCESS).waits(3).ends(RunResult.SUCCESS).waits(1);
        assertThat(transcript).containsExactly("0 run", "0 GOOD", "2 run", "4 run");
    }

    @Test
    void aRunThatLastsIsNotDoubledAndChangesNothing() {
        begins().waits(3).ends(RunResult.FAILURE).waits(1);
        assertThat(transcript)
                .containsExactly("0 run", "1 skip", "2 skip", "3 skip", "3 BAD", "4 run");
    }

    @Test
    void whatASleepOfTheMachineSwallowedIsNotMadeUpFor() {
        begins().ends(RunResult.SUCCESS);
        now += 100 * SECOND + SECOND / 2;
        handles(new ScriptInput.Tick()).ends(RunResult.SUCCESS);
        assertThat(transcript).containsExactly("0 run", "0 GOOD", "100 run");
        assertThat(script.deadlineNanos()).isEqualTo(now + SECOND);
    }

    @Test
    void aTickBeforeTheTimeDoesNothing() {
        begins().handles(new ScriptInput.Tick());
        assertThat(transcript).containsExactly("0 run");
    }

    @Test
    void initFailIsToldBeforeTheFirstRun() {
        script = new WatchedScript(timing(1, 2, 1, true));
        begins().ends(RunResult.SUCCESS).waits(1).ends(RunResult.SUCCESS);
        assertThat(transcript).containsExactly("0 BAD", "0 run", "1 run", "1 GOOD");
    }

    @Test
    void aRunThatDidNotTakePlaceSaysNothing() {
        begins().ends(RunResult.NONE)
                .waits(1)
                .ends(RunResult.SUCCESS)
                .waits(1)
                .ends(RunResult.NONE);
        assertThat(transcript).containsExactly("0 run", "1 run", "1 GOOD", "2 run");
    }

    @Test
    void onlyAChangeIsTold() {
        script = new WatchedScript(timing(1, 1, 2, false));
        begins().ends(RunResult.SUCCESS).waits(1).ends(RunResult.FAILURE).waits(1);
        ends(RunResult.FAILURE).waits(1).ends(RunResult.FAILURE);
        assertThat(transcript)
                .containsExactly("0 run", "0 GOOD", "1 run", "2 run", "2 BAD", "3 run");
    }

    @Test
    void whatIsKnownHoldsUnderOtherSettings() {
        script = new WatchedScript(timing(60, 1, 1, false));
        begins().ends(RunResult.SUCCESS);
        handles(new ScriptInput.Changed(timing(2, 3, 2, true)));
        assertThat(script.finding()).hasToString("GOOD");
        waits(2).ends(RunResult.FAILURE).waits(2).ends(RunResult.FAILURE);
        assertThat(transcript).containsExactly("0 run", "0 GOOD", "2 run", "4 run", "4 BAD");
    }

    @Test
    void aLongerIntervalHoldsFromTheNextRunOn() {
        begins().ends(RunResult.SUCCESS).handles(new ScriptInput.Changed(timing(10, 1, 1, false)));
        waits(1).ends(RunResult.SUCCESS).waits(10);
        assertThat(transcript).containsExactly("0 run", "0 GOOD", "1 run", "11 run");
    }

    @Test
    void nothingIsDueBeforeItBegins() {
        handles(new ScriptInput.Changed(timing(2, 1, 1, false)));
        assertThat(script.deadlineNanos()).isEqualTo(WatchedScript.NEVER);
        assertThat(transcript).isEmpty();
    }
}
