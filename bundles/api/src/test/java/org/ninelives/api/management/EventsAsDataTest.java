package org.ninelives.api.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.DrainEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

class EventsAsDataTest {

    private static final VrrpSubject ROUTER =
            new VrrpSubject(
                    VrrpSubject.Kind.INSTANCE,
                    "VI_1",
                    OptionalInt.of(51),
                    "eth0",
                    List.of(IpPrefix.of("10.0.0.1/24"), IpPrefix.of("10.0.0.2/24")),
                    Audience.NONE);
    private static final VrrpSubject GROUP =
            new VrrpSubject(
                    VrrpSubject.Kind.GROUP, "G", OptionalInt.empty(), "", List.of(), Audience.NONE);

    static Stream<Event> events() {
        return Stream.of(
                new VrrpEvent.InstanceState(
                        ROUTER, VrrpState.BACKUP, VrrpState.MASTER, "why", 100, false, "text"),
                new VrrpEvent.GroupState(
                        GROUP, VrrpState.BACKUP, VrrpState.MASTER, "why", false, "text"),
                new VrrpEvent.PriorityChanged(ROUTER, VrrpState.MASTER, 100, 90, "text"),
                new VrrpEvent.LowerPriorityHeard(ROUTER, "10.0.0.9", 50, 100, "text"),
                new VrrpEvent.SplitBrain(ROUTER, true, "evidence", "text"),
                new VrrpEvent.Late(ROUTER, VrrpState.MASTER, 1_234, "text"),
                new LvsEvent.RealServerState(
                        "VS", "RS", false, false, Optional.empty(), Optional.empty(), "why", "t"),
                new LvsEvent.QuorumState(
                        "VS", true, 3, 2, 1, false, Optional.empty(), Optional.empty(), "text"),
                new DrainEvent("VS", "RS", "DRAINING", OptionalLong.of(4), "text"),
                new TrackerEvent(
                        TrackerKind.FILE, "f", Finding.UNKNOWN, new Finding.Value(7), "text"),
                new OverrideEvent(
                        OverrideEvent.Change.SET,
                        "priority",
                        "VI_1",
                        "100",
                        "150",
                        "control at 127.0.0.1",
                        1_800_000_000_000L,
                        "text"),
                new ReloadEvent("APPLIED", "text"),
                new DaemonEvent("daemon", "text"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theKeysAreThoseThatAreDocumented(Event event) {
        assertThat(EventRecord.of(1, 2, event).data().keySet())
                .containsExactly(keys(NotificationType.of(event)));
    }

    private static String[] keys(NotificationType type) {
        return type.keys().isEmpty() ? new String[0] : type.keys().split(", ");
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachIsToldByTheDaemonAndByWhatItIsAbout(Event event) {
        assertThat(ObjectNames.sources(event)).endsWith(ObjectNames.daemon());
    }

    @Test
    void everyTypeOfNotificationTellsOfSomeEvent() {
        assertThat(events().map(NotificationType::of)).containsExactly(NotificationType.values());
    }

    @Test
    void aRecordHasTheWordsOfItsEvent() {
        EventRecord entry = EventRecord.of(7, 8, events().findFirst().orElseThrow());

        assertThat(entry.sequence()).isEqualTo(7);
        assertThat(entry.timeMillis()).isEqualTo(8);
        assertThat(entry.type()).isEqualTo("instance-state");
        assertThat(entry.name()).isEqualTo("VI_1");
        assertThat(entry.data())
                .containsAllEntriesOf(
                        Map.of(
                                "state", "MASTER",
                                "previous", "BACKUP",
                                "priority", "100",
                                "virtualRouterId", "51",
                                "virtualAddresses", "10.0.0.1/24 10.0.0.2/24"));
    }

    @Test
    void aServerIsToldByItsOwnBeanAndThatOfItsVirtualServer() {
        Event event = new DrainEvent("VS", "RS", "DRAINED", OptionalLong.empty(), "text");

        assertThat(ObjectNames.sources(event))
                .containsExactly(
                        ObjectNames.realServer("VS", "RS"),
                        ObjectNames.virtualServer("VS"),
                        ObjectNames.daemon());
        assertThat(EventRecord.of(1, 1, event).data()).doesNotContainKey("connections");
    }
}
