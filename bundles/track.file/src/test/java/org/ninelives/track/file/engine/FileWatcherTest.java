package org.ninelives.track.file.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.testkit.FakeMachine;
import org.ninelives.track.file.settings.FileSettings;

/** Files of a machine, from the kernel's events to those who follow them. */
class FileWatcherTest {

    private static final String FILE = "/run/value";

    private final FakeMachine machine = new FakeMachine();
    private final List<String> events = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final TrackerListener listener =
            (kind, name, finding) -> told.add(name + " " + finding);
    private final TrackerBoard board =
            new TrackerBoard(TrackerKind.FILE, new Recorder(), Clock.systemUTC());
    private final FileWatcher watcher = new FileWatcher(machine, board, Duration.ZERO);

    private final class Recorder implements EventSink {

        @Override
        public void publish(Event event) {
            events.add(event.text());
        }

        @Override
        public boolean flush(Duration limit) {
            return true;
        }
    }

    @Test
    void aFileIsFollowedThroughItsLife() {
        configure(file("f", FILE));
        follow("f");
        machine.files().write(FILE, "5\n");
        machine.files().write("/run/draft", "-3\n");
        machine.files().rename("/run/draft", FILE);
        machine.files().write(FILE, "high");
        machine.files().write(FILE, "7");
        machine.files().delete(FILE);

        assertThat(told)
                .containsExactly(
                        "f UNKNOWN", value(0), value(5), value(-3), value(0), value(7), value(0));
        assertThat(events)
                .startsWith(
                        "Tracked file f: 0, as there is no readable file (/run/value)",
                        "Tracked file f: 5 (/run/value)");
    }

    @Test
    void theSameNumberIsNoNews() {
        machine.files().write(FILE, "5");
        configure(file("f", FILE));
        follow("f");
        told.clear();
        machine.files().write(FILE, " 5\n");
        machine.files().tellAll();
        assertThat(told).isEmpty();
        assertThat(board.status("f").value()).isEqualTo(5);
    }

    @Test
    void twoNamesForOneFile() {
        configure(file("f", FILE), file("g", FILE));
        follow("f", "g");
        follow("g");
        told.clear();
        machine.files().write(FILE, "5");
        assertThat(told).containsExactly("g Value[value=5]");
    }

    @Test
    void aFileThatCannotBeWatchedIsAbsentUntilItCan() {
        machine.files().silence("/net");
        configure(file("f", "/net/value"), file("g", FILE));
        follow("f", "g");
        assertThat(told).contains("f ABSENT", "g Value[value=0]");
        assertThat(board.status("f").lastChange()).contains("/net/value", "does not tell");

        configure(file("f", "/run/other"), file("g", FILE));
        machine.settle();
        assertThat(told).last().isEqualTo("f Value[value=0]");
    }

    @Test
    void aReloadTellsNothingOfWhatStays() {
        machine.files().write(FILE, "5");
        configure(file("f", FILE));
        follow("f");
        told.clear();
        configure(file("f", FILE), file("g", FILE));
        machine.settle();
        assertThat(told).isEmpty();
    }

    @Test
    void aReloadToAnotherFileReadsThat() {
        machine.files().write(FILE, "5");
        machine.files().write("/run/other", "6");
        configure(file("f", FILE));
        follow("f");
        told.clear();
        configure(file("f", "/run/other"));
        machine.settle();
        machine.files().write(FILE, "7");
        machine.files().write("/run/other", "8");
        assertThat(told).containsExactly("f Value[value=6]", "f Value[value=8]");
    }

    @Test
    void whatNobodyFollowsIsNotWatched() {
        configure(file("f", FILE));
        machine.files().write(FILE, "5");
        assertThat(board.status("f").state()).isEqualTo("UNKNOWN");
        follow("f");
        follow();
        told.clear();
        machine.files().write(FILE, "6");
        assertThat(told).isEmpty();
        assertThat(board.status("f").state()).isEqualTo("UNKNOWN");
    }

    @Test
    void withoutInotifyAllAreAbsent() {
        machine.refusals().sockets("EMFILE");
        configure(file("f", FILE));
        follow("f");
        assertThat(told).containsExactly("f UNKNOWN", "f ABSENT");
        assertThat(board.status("f").lastChange()).contains("inotify_init1", "EMFILE");
    }

    @Test
    void afterTheStopNothingIsTold() {
        configure(file("f", FILE));
        follow("f");
        watcher.stop();
        watcher.stop();
        told.clear();
        machine.files().write(FILE, "5");
        assertThat(told).isEmpty();
    }

    private void configure(FileSettings... settings) {
        Map<String, FileSettings> byName = new LinkedHashMap<>();
        for (FileSettings each : settings) {
            byName.put(each.name(), each);
        }
        watcher.apply(byName);
    }

    private static FileSettings file(String name, String path) {
        return new FileSettings(name, Path.of(path), Optional.empty());
    }

    private static String value(int value) {
        return "f Value[value=" + value + "]";
    }

    private void follow(String... names) {
        watcher.follow(listener, Set.of(names));
        machine.settle();
    }
}
