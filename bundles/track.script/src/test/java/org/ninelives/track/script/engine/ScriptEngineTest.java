package org.ninelives.track.script.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.track.script.core.ScriptTiming;
import org.ninelives.track.script.settings.ScriptSettings;

final class ScriptEngineTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final ScriptEnd OK = new ScriptEnd.Exited(0);
    private static final ScriptEnd ONE = new ScriptEnd.Exited(1);

    private final List<String> heard = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final TrackerListener listener =
            (kind, name, finding) -> heard.add(name + " " + finding);
    private final FakeScripts scripts = new FakeScripts();
    private final FakeTimeline timeline = new FakeTimeline();
    private final TrackerBoard board =
            new TrackerBoard(TrackerKind.SCRIPT, new Events(), Clock.systemUTC());
    private final ScriptEngine engine = new ScriptEngine(scripts, board, timeline);

    private final class Events implements EventSink {
        @Override
        public void publish(Event event) {
            events.add(event.text());
        }

        @Override
        public boolean flush(Duration limit) {
            return true;
        }
    }

    private static ScriptSettings script(String name, String path, int fall, boolean failsFirst) {
        return new ScriptSettings(
                name,
                new Script(List.of(path), Optional.empty()),
                new ScriptTiming(SECOND, 1, fall, failsFirst),
                Duration.ofSeconds(1));
    }

    private void apply(ScriptSettings... settings) {
        Map<String, ScriptSettings> byName = new LinkedHashMap<>();
        for (ScriptSettings each : settings) {
            byName.put(each.name(), each);
        }
        engine.apply(byName, ScriptRules.DEFAULT);
    }

    private void follow(String... names) {
        engine.follow(listener, Set.of(names));
    }

    @Test
    void onlyWhatIsFollowedRuns() {
        apply(script("chk", "/c", 1, false), script("idle", "/i", 1, false));
        assertThat(scripts.running).isEmpty();
        follow("chk");
        assertThat(scripts.only().job.label()).isEqualTo("vrrp_script chk");
        assertThat(scripts.only().job.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("chk UNKNOWN");
    }

    @Test
    void aChangeIsToldToAllWithTheReason() {
        apply(script("chk", "/c", 1, false));
        follow("chk");
        scripts.only().end(OK);
        timeline.pass(SECOND);
        scripts.only().end(ONE, "no process found", "giving up");
        timeline.pass(SECOND);
        scripts.only().end(new ScriptEnd.TimedOut(Duration.ofSeconds(1)));
        assertThat(heard).containsExactly("chk UNKNOWN", "chk GOOD", "chk BAD");
        assertThat(events)
                .containsExactly(
                        "VRRP_Script(chk) succeeded after 0.012 s",
                        "VRRP_Script(chk) failed (exited with status 1) after 0.012 s, output: no"
                                + " process found | giving up");
    }

    @Test
    void aTimeoutAndASignalAreFailures() {
        apply(script("slow", "/s", 1, false), script("crash", "/c", 1, false));
        follow("slow", "crash");
        scripts.running.stream()
                .filter(run -> run.job.label().endsWith("slow"))
                .findFirst()
                .orElseThrow()
                .end(new ScriptEnd.TimedOut(Duration.ofSeconds(1)));
        scripts.only().end(new ScriptEnd.Signalled(11));
        assertThat(events)
                .containsExactly(
                        "VRRP_Script(slow) timed out after 0.012 s",
                        "VRRP_Script(crash) failed (ended by signal 11) after 0.012 s");
    }

    @Test
    void theRunsAreCounted() {
        apply(script("chk", "/c", 9, false));
        follow("chk");
        scripts.only().end(OK);
        timeline.pass(SECOND);
        scripts.only().end(ONE, "oops");
        timeline.pass(3 * SECOND);
        scripts.only().end(new ScriptEnd.TimedOut(Duration.ofSeconds(1)));

        RunRecord record = engine.record("chk");
        assertThat(record.runs()).isEqualTo(3);
        assertThat(record.failures()).isEqualTo(2);
        assertThat(record.timeouts()).isEqualTo(1);
        assertThat(record.skipped()).isEqualTo(2);
        assertThat(record.lastExit()).isEqualTo("timed out after 1.000 s");
        assertThat(record.longestDuration()).isEqualTo(Duration.ofMillis(12));
        assertThat(engine.record("nosuch")).isEqualTo(RunRecord.NONE);
    }

    @Test
    void aRunThatWasWithheldIsNoResult() {
        apply(script("chk", "/c", 1, false));
        follow("chk");
        scripts.only().end(new ScriptEnd.Withheld("too many"));
        assertThat(heard).containsExactly("chk UNKNOWN");
        assertThat(engine.record("chk").runs()).isZero();
    }

    @Test
    void aScriptThatMayNotRunIsAbsentUntilItMay() {
        scripts.refused.add("/c");
        apply(script("chk", "/c", 1, false));
        follow("chk");
        assertThat(heard).containsExactly("chk ABSENT");
        assertThat(events).containsExactly("VRRP_Script(chk) disabled: it does not exist");
        assertThat(scripts.running).isEmpty();

        scripts.refused.clear();
        apply(script("chk", "/c", 1, false));
        follow("chk");
        assertThat(heard).containsExactly("chk ABSENT", "chk UNKNOWN");
        scripts.only().end(OK);
        assertThat(heard).endsWith("chk GOOD");
    }

    @Test
    void aScriptThatMayNoLongerRunIsEnded() {
        apply(script("chk", "/c", 1, false));
        follow("chk");
        scripts.only().end(OK);
        timeline.pass(SECOND);
        scripts.refused.add("/c");
        apply(script("chk", "/c", 1, false));
        assertThat(scripts.running).isEmpty();
        assertThat(heard).endsWith("chk ABSENT");
        timeline.pass(5 * SECOND);
        assertThat(scripts.running).isEmpty();
    }

    @Test
    void aReloadKeepsResultsAndRuns() {
        apply(script("chk", "/c", 1, false));
        follow("chk");
        scripts.only().end(OK);
        timeline.pass(SECOND);
        FakeScripts.Job run = scripts.only();

        apply(script("chk", "/c", 3, true));
        follow("chk");

        assertThat(scripts.only()).isSameAs(run);
        assertThat(heard).endsWith("chk GOOD", "chk GOOD");
        run.end(ONE);
        assertThat(heard).as("two more failures are needed").endsWith("chk GOOD");
    }

    @Test
    void anotherCommandStartsAnewAndTheOldResultHoldsUntilThen() {
        apply(script("chk", "/c", 3, false));
        follow("chk");
        scripts.only().end(OK);
        timeline.pass(SECOND);

        apply(script("chk", "/other", 3, true));
        follow("chk");

        assertThat(scripts.only().job.script().path()).isEqualTo("/other");
        assertThat(heard).endsWith("chk GOOD", "chk GOOD");
        scripts.only().end(ONE);
        assertThat(heard).as("the first result decides").endsWith("chk BAD");
    }

    @Test
    void whatNobodyFollowsAnyMoreEndsAndIsForgotten() {
        apply(script("chk", "/c", 1, false));
        follow("chk");
        scripts.only().end(OK);
        timeline.pass(SECOND);
        follow();
        assertThat(scripts.running).isEmpty();
        timeline.pass(5 * SECOND);
        assertThat(scripts.started).isEqualTo(2);

        follow("chk");
        assertThat(heard).endsWith("chk UNKNOWN");
        assertThat(scripts.running).hasSize(1);
    }

    @Test
    void whatIsRemovedEndsWithoutAWord() {
        apply(script("chk", "/c", 1, false));
        follow("chk");
        scripts.only().end(OK);
        timeline.pass(SECOND);
        apply();
        assertThat(scripts.running).isEmpty();
        assertThat(heard).endsWith("chk GOOD");
        follow("chk");
        assertThat(heard).endsWith("chk ABSENT");
    }

    @Test
    void initFailIsBadFromTheBeginning() {
        apply(script("chk", "/c", 1, true));
        follow("chk");
        assertThat(heard).containsExactly("chk UNKNOWN", "chk BAD");
        assertThat(events)
                .containsExactly("VRRP_Script(chk) failed (init_fail, until it succeeds)");
    }

    @Test
    void stoppingEndsAllRuns() {
        apply(script("chk", "/c", 1, false));
        follow("chk");
        engine.stop();
        assertThat(scripts.running).isEmpty();
        assertThat(heard).containsExactly("chk UNKNOWN");
    }
}
