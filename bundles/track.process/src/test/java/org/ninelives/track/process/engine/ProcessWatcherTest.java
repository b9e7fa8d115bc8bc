package org.ninelives.track.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.testkit.FakeMachine;
import org.ninelives.track.process.core.ParameterMatch;
import org.ninelives.track.process.core.ProcessPattern;
import org.ninelives.track.process.core.ProcessSettings;
import org.ninelives.track.process.settings.ProcessConfiguration;

/** Processes of a machine, from the kernel's events to those who follow them. */
class ProcessWatcherTest {

    private final FakeMachine machine = new FakeMachine();
    private final List<String> events = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final TrackerListener listener =
            (kind, name, finding) -> told.add(name + " " + finding);
    private final TrackerBoard board =
            new TrackerBoard(TrackerKind.PROCESS, new Recorder(), Clock.systemUTC());
    private final ProcessWatcher watcher = new ProcessWatcher(machine, board, Duration.ZERO);

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
    void aProcessIsFollowedFromItsStartToItsEnd() {
        configure(nginx(Duration.ZERO));
        follow("web");
        int pid = machine.processes().start("/usr/sbin/nginx");
        machine.processes().end(pid);

        assertThat(told).containsExactly("web UNKNOWN", "web BAD", "web GOOD", "web BAD");
        assertThat(events)
                .containsExactly(
                        "Tracked process web: 0 found, at least 1 wanted",
                        "Quorum gained for tracked process web (1 found, at least 1 wanted)",
                        "Quorum lost for tracked process web (0 found, at least 1 wanted)");
    }

    @Test
    void theBeanTellsHowManyThereAre() {
        configure(nginx(Duration.ZERO));
        follow("web");
        int pid = machine.processes().start("nginx");
        machine.processes().fork(pid);
        machine.processes().fork(pid);

        assertThat(board.status("web").state()).isEqualTo("GOOD");
        assertThat(board.status("web").value()).isEqualTo(3);
    }

    @Test
    void aDelayIsKept() {
        machine.processes().start("nginx");
        configure(nginx(Duration.ofSeconds(2)));
        follow("web");
        machine.processes().end(2);
        told.clear();

        machine.advance(Duration.ofMillis(1999));
        assertThat(told).isEmpty();
        machine.advance(Duration.ofMillis(1));
        assertThat(told).containsExactly("web BAD");
    }

    @Test
    void whatWasLostIsMadeUpFor() {
        configure(nginx(Duration.ZERO));
        follow("web");
        told.clear();

        machine.processes().lose(() -> machine.processes().start("nginx"));
        machine.advance(Duration.ofSeconds(1));

        assertThat(told).containsExactly("web GOOD");
    }

    @Test
    void commandLinesAreReadWhereTheyAreCompared() {
        ProcessPattern app =
                new ProcessPattern.Command("java", List.of("-jar", "a.jar"), ParameterMatch.EXACT);
        configure(nginx(Duration.ZERO), settings("app", app, Duration.ZERO));
        follow("web", "app");
        told.clear();

        machine.processes().start("java", "-jar", "b.jar");
        machine.processes().start("java", "-jar", "a.jar");

        assertThat(told).containsExactly("app GOOD");
        assertThat(board.status("app").value()).isEqualTo(1);
    }

    @Test
    void whatNobodyFollowsIsNotWatched() {
        configure(nginx(Duration.ZERO));
        follow("web");
        follow();
        told.clear();
        machine.processes().start("nginx");

        assertThat(told).isEmpty();
        assertThat(board.status("web").state()).isEqualTo("UNKNOWN");
        follow("web");
        assertThat(told).containsExactly("web UNKNOWN", "web GOOD");
    }

    @Test
    void whatIsNotDefinedIsAbsent() {
        configure(nginx(Duration.ZERO));
        follow("database");
        assertThat(told).containsExactly("database ABSENT");
    }

    @Test
    void aReloadTellsNothingOfWhatStays() {
        machine.processes().start("nginx");
        configure(nginx(Duration.ZERO));
        follow("web");
        told.clear();

        configure(nginx(Duration.ZERO));
        machine.settle();
        configure(nginx(Duration.ofSeconds(1)));
        machine.settle();

        assertThat(told).isEmpty();
        assertThat(board.status("web").state()).isEqualTo("GOOD");
    }

    @Test
    void withoutTheKernelsHelpItIsAbsentUntilAReloadFindsIt() {
        machine.refusals().sockets("EPERM");
        configure(nginx(Duration.ZERO));
        follow("web");
        assertThat(told).containsExactly("web UNKNOWN", "web ABSENT");
        assertThat(board.status("web").lastChange()).contains("NETLINK_CONNECTOR", "EPERM");

        machine.refusals().sockets("");
        machine.processes().start("nginx");
        configure(nginx(Duration.ZERO));
        machine.settle();
        assertThat(told).last().isEqualTo("web GOOD");
    }

    @Test
    void afterTheStopNothingIsTold() {
        configure(nginx(Duration.ZERO));
        follow("web");
        watcher.stop();
        watcher.stop();
        told.clear();
        machine.processes().start("nginx");
        assertThat(told).isEmpty();
    }

    private void configure(ProcessSettings... settings) {
        Map<String, ProcessSettings> byName = new LinkedHashMap<>();
        for (ProcessSettings each : settings) {
            byName.put(each.name(), each);
        }
        watcher.apply(new ProcessConfiguration(byName, OptionalInt.of(1000), false));
    }

    private static ProcessSettings nginx(Duration delay) {
        return settings("web", new ProcessPattern.Name("nginx"), delay);
    }

    private static ProcessSettings settings(String name, ProcessPattern pattern, Duration delay) {
        return new ProcessSettings(
                name, pattern, 1, ProcessSettings.UNLIMITED, delay.toNanos(), delay.toNanos());
    }

    private void follow(String... names) {
        watcher.follow(listener, Set.of(names));
        machine.settle();
    }
}
