package org.ninelives.notify.webhook.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

class PayloadTest {

    private static final VrrpSubject INSTANCE =
            new VrrpSubject(
                    VrrpSubject.Kind.INSTANCE,
                    "VI_1",
                    OptionalInt.of(51),
                    "eth0",
                    List.of(IpPrefix.of("10.0.0.44/24")),
                    Audience.NONE);
    private static final VrrpSubject GROUP =
            new VrrpSubject(
                    VrrpSubject.Kind.GROUP, "G", OptionalInt.empty(), "", List.of(), Audience.NONE);
    private static final String OF_INSTANCE =
            ",\"virtualRouterId\":51,\"interface\":\"eth0\",\"virtualAddresses\":[\"10.0.0.44/24\"]}";

    private static final Payload PAYLOAD = new Payload("node1");

    private static String head(String event, String name) {
        return "{\"event\":\""
                + event
                + "\",\"time\":\"1970-01-01T00:00:07Z\",\"host\":\"node1\",\"name\":\""
                + name
                + "\",\"text\":\"line\"";
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        new VrrpEvent.InstanceState(
                                INSTANCE,
                                VrrpState.BACKUP,
                                VrrpState.MASTER,
                                "silence",
                                100,
                                false,
                                "line"),
                        head("instance-state", "VI_1")
                                + ",\"state\":\"MASTER\",\"previous\":\"BACKUP\","
                                + "\"reason\":\"silence\",\"priority\":100"
                                + OF_INSTANCE),
                Arguments.of(
                        new VrrpEvent.GroupState(
                                GROUP, VrrpState.INIT, VrrpState.FAULT, "cable", false, "line"),
                        head("group-state", "G")
                                + ",\"state\":\"FAULT\",\"previous\":\"INIT\","
                                + "\"reason\":\"cable\",\"virtualAddresses\":[]}"),
                Arguments.of(
                        new VrrpEvent.PriorityChanged(INSTANCE, VrrpState.BACKUP, 100, 90, "line"),
                        head("priority", "VI_1")
                                + ",\"state\":\"BACKUP\",\"priority\":90,\"previousPriority\":100"
                                + OF_INSTANCE),
                Arguments.of(
                        new VrrpEvent.LowerPriorityHeard(INSTANCE, "10.0.0.2", 90, 100, "line"),
                        head("lower-priority-heard", "VI_1")
                                + ",\"source\":\"10.0.0.2\",\"otherPriority\":90,\"priority\":100"
                                + OF_INSTANCE),
                Arguments.of(
                        new VrrpEvent.SplitBrain(INSTANCE, true, "two adverts", "line"),
                        head("split-brain", "VI_1")
                                + ",\"raised\":true,\"evidence\":\"two adverts\""
                                + OF_INSTANCE),
                Arguments.of(
                        new LvsEvent.RealServerState(
                                "[10.0.0.1]:tcp:80",
                                "[10.0.1.2]:tcp:80",
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                "refused",
                                "line"),
                        head("real-server", "[10.0.0.1]:tcp:80")
                                + ",\"realServer\":\"[10.0.1.2]:tcp:80\",\"state\":\"DOWN\","
                                + "\"stopping\":false,\"reason\":\"refused\"}"),
                Arguments.of(
                        new LvsEvent.QuorumState(
                                "FWM 100",
                                true,
                                5,
                                3,
                                1,
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                "line"),
                        head("quorum", "FWM 100")
                                + ",\"state\":\"UP\",\"stopping\":true,\"weight\":5,"
                                + "\"quorum\":3,\"hysteresis\":1}"),
                Arguments.of(
                        new TrackerEvent(
                                TrackerKind.FILE,
                                "load",
                                Finding.UNKNOWN,
                                new Finding.Value(-7),
                                "line"),
                        head("tracker", "load")
                                + ",\"kind\":\"file\",\"state\":\"-7\",\"previous\":\"UNKNOWN\"}"),
                Arguments.of(
                        new OverrideEvent(
                                OverrideEvent.Change.SET,
                                "priority",
                                "VI_1",
                                "100",
                                "150",
                                "local",
                                60_000,
                                "line"),
                        head("override", "VI_1")
                                + ",\"kind\":\"priority\",\"change\":\"SET\",\"previous\":\"100\","
                                + "\"value\":\"150\",\"by\":\"local\","
                                + "\"until\":\"1970-01-01T00:01:00Z\"}"),
                Arguments.of(new DaemonEvent("mail", "line"), head("daemon", "mail") + "}"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsOneObject(Event event, String json) {
        assertThat(PAYLOAD.of(event, Instant.ofEpochSecond(7))).contains(json);
    }

    @Test
    void whatIsHeldIsToldToNobody() {
        Event instance =
                new VrrpEvent.InstanceState(
                        INSTANCE, VrrpState.INIT, VrrpState.FAULT, "", 100, true, "line");
        Event group =
                new VrrpEvent.GroupState(GROUP, VrrpState.INIT, VrrpState.FAULT, "", true, "line");
        assertThat(PAYLOAD.of(instance, Instant.EPOCH)).isEmpty();
        assertThat(PAYLOAD.of(group, Instant.EPOCH)).isEmpty();
    }
}
