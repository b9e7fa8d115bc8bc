package org.ninelives.api.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.TrackerEvent;

/** Who is told what of the things a source watches. */
class TrackerBoardTest {

    private final List<Event> events = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final TrackerListener listener =
            (kind, name, finding) -> told.add(kind.word() + " " + name + " " + finding);
    private final TrackerBoard board =
            new TrackerBoard(
                    TrackerKind.PROCESS,
                    new Recorder(),
                    Clock.fixed(Instant.ofEpochMilli(77), ZoneOffset.UTC));

    private final class Recorder implements EventSink {

        @Override
        public void publish(Event event) {
            events.add(event);
        }

        @Override
        public boolean flush(Duration limit) {
            return true;
        }
    }

    @Test
    void whoFollowsIsToldAtOnceWhatIsKnown() {
        board.define(List.of("a", "b"));
        board.found("b", Finding.GOOD, 1, "b is there");

        board.follow(listener, Set.of("a"));
        board.follow(listener, Set.of("b"));
        board.follow(listener, Set.of("c"));

        assertThat(told).containsExactly("process a UNKNOWN", "process b GOOD", "process c ABSENT");
    }

    @Test
    void onlyFollowersAreToldAndOnlyOfWhatIsNew() {
        board.define(List.of("a", "b"));
        board.follow(listener, Set.of("a"));
        told.clear();

        board.found("a", Finding.GOOD, 1, "gained");
        board.found("a", Finding.GOOD, 2, "gained");
        board.found("b", Finding.BAD, 0, "lost");
        board.found("undefined", Finding.BAD, 0, "lost");

        assertThat(told).containsExactly("process a GOOD");
        assertThat(events)
                .containsExactly(
                        new TrackerEvent(
                                TrackerKind.PROCESS, "a", Finding.UNKNOWN, Finding.GOOD, "gained"),
                        new TrackerEvent(
                                TrackerKind.PROCESS, "b", Finding.UNKNOWN, Finding.BAD, "lost"));
    }

    @Test
    void whoFollowsNothingIsToldNothing() {
        board.define(List.of("a"));
        board.follow(listener, Set.of("a"));
        board.follow(listener, Set.of());
        told.clear();

        board.found("a", Finding.GOOD, 1, "gained");

        assertThat(told).isEmpty();
        assertThat(board.followed()).isEmpty();
    }

    @Test
    void aReloadKeepsWhatIsKnownOfThingsThatStay() {
        board.define(List.of("a", "b"));
        board.follow(listener, Set.of("a", "b", "c"));
        board.found("a", Finding.GOOD, 1, "gained");
        told.clear();

        board.define(List.of("a", "c"));

        assertThat(told).as("nobody is told of a removal").isEmpty();
        assertThat(board.followed()).containsExactly("a", "c");
        assertThat(board.status("a").state()).isEqualTo("GOOD");
        assertThat(board.status("c").state()).isEqualTo("UNKNOWN");
    }

    @Test
    void whoeverStillHoldsTheBeanOfWhatIsGoneIsAnswered() {
        TrackerMXBean bean = board.bean("gone");

        assertThat(bean.getState()).isEqualTo("ABSENT");
        assertThat(bean.getValue()).isZero();
        assertThat(bean.getStatus().lastChange()).isEqualTo("it is not configured any more");
    }

    @Test
    void theStatusTellsTheLastChangeAndTheCountOfNow() {
        board.define(List.of("a"));
        board.found("a", Finding.GOOD, 1, "gained");
        board.counted("a", 5);
        board.counted("undefined", 5);

        assertThat(board.status("a"))
                .isEqualTo(new TrackerStatus("process", "a", "GOOD", 5, 77, "gained", List.of()))
                .isEqualTo(board.bean("a").getStatus());
        assertThat(board.bean("a").getState()).isEqualTo("GOOD");
        assertThat(board.bean("a").getValue()).isEqualTo(5);
    }

    @Test
    void aThingTellsWhoCountsIt() {
        TrackerUser user = new TrackerUser("vrrp_instance", "VI_1", -20, false);
        TrackerListener counting =
                new TrackerListener() {
                    @Override
                    public void found(TrackerKind kind, String name, Finding finding) {}

                    @Override
                    public List<TrackerUser> users(TrackerKind kind, String name) {
                        return List.of(user);
                    }
                };
        board.define(List.of("a", "b"));
        board.follow(listener, Set.of("a", "b"));
        board.follow(counting, Set.of("a"));

        assertThat(board.bean("a").getUsers()).containsExactly(user);
        assertThat(board.status("b").users()).isEmpty();
        board.follow(counting, Set.of());
        assertThat(board.status("a").users()).isEmpty();
    }

    @Test
    void theNumberOfAFileIsAState() {
        board.define(List.of("a"));
        board.found("a", new Finding.Value(7), 7, "7");
        assertThat(board.status("a").state()).isEqualTo("VALUE");
    }

    @Test
    void whatIsForgottenIsUnknownAgain() {
        board.define(List.of("a"));
        board.found("a", Finding.BAD, 0, "lost");
        board.forget("a");
        board.follow(listener, Set.of("a"));
        assertThat(told).containsExactly("process a UNKNOWN");
    }
}
