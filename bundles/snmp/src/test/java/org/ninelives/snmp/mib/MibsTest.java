package org.ninelives.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.snmp.mib.SomeOctets.bytes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.TrackerWeightDetails;
import org.ninelives.api.management.VirtualAddressDetails;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceDetails;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpMXBean;
import org.ninelives.api.management.VrrpRoutingDetails;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.snmp.core.SetResult;
import org.ninelives.snmp.core.Setter;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.settings.MasterAddress;
import org.ninelives.snmp.settings.SnmpSettings;
import org.ninelives.snmp.settings.SnmpSettings.Part;
import org.ninelives.snmp.wire.Octets;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.SearchRange;
import org.ninelives.snmp.wire.Value;

/** Variables of beans. The numbers are those that keepalived 2.2.7 answered for the same. */
class MibsTest {

    private static final String KEEPALIVED = "1.3.6.1.4.1.9586.100.5.";
    private static final VrrpCounters COUNTERS =
            new VrrpCounters(7, 3, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final List<RefusedAdvert> REFUSED =
            List.of(
                    new RefusedAdvert("CHECKSUM", "10.7.0.3", 100),
                    new RefusedAdvert("TTL", "10.7.0.3", 300),
                    new RefusedAdvert("AUTH_FAILURE", "10.7.0.3", 400));
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(10_000), ZoneOffset.UTC);

    private final FakeBeans beans =
            new FakeBeans()
                    .with(InterfaceMXBean.class, Map.of("getStatus", link()))
                    .with(
                            VrrpInstanceMXBean.class,
                            Map.of(
                                    "getStatus",
                                    status("VI_3", "BACKUP", 3, 53, 500, "10.7.0.9"),
                                    "getDetails",
                                    details(2, "", true, List.of()),
                                    "getCounters",
                                    COUNTERS,
                                    "getRefusedAdverts",
                                    REFUSED,
                                    "getRouting",
                                    VrrpRoutingDetails.NONE))
                    .with(
                            VrrpInstanceMXBean.class,
                            Map.of(
                                    "getStatus",
                                    status("VI_1", "MASTER", 2, 51, 1000, ""),
                                    "getDetails",
                                    details(
                                            1,
                                            "VG",
                                            false,
                                            List.of(
                                                    tracker("script", "a"),
                                                    tracker("interface", "v1"),
                                                    tracker("script", "b"))),
                                    "getCounters",
                                    COUNTERS,
                                    "getRefusedAdverts",
                                    REFUSED,
                                    "getRouting",
                                    VrrpRoutingDetails.NONE));

    private static InterfaceStatus link() {
        return new InterfaceStatus(
                "v0",
                3,
                true,
                true,
                true,
                "46:d9:b3:14:f1:b3",
                1500,
                "",
                List.of(),
                List.of(),
                0,
                0,
                0,
                0,
                0);
    }

    private static VrrpInstanceStatus status(
            String name, String state, int version, int id, long interval, String master) {
        return new VrrpInstanceStatus(
                name,
                state,
                "",
                "v0",
                id,
                version,
                "IPv4",
                100,
                90,
                false,
                interval,
                master,
                -1,
                "10.7.0.1",
                List.of(),
                false,
                9_000,
                List.of(),
                List.of());
    }

    private static VrrpInstanceDetails details(
            int place, String group, boolean preempt, List<TrackerWeightDetails> trackers) {
        return new VrrpInstanceDetails(
                place,
                group,
                place == 1,
                "v0",
                preempt,
                4000,
                "PASS",
                2000,
                false,
                Map.of("MASTER", "'/bin/m'"),
                true,
                false,
                false,
                "224.0.0.18",
                List.of(
                        new VirtualAddressDetails("10.7.0.44/24", "v0", 0, "", "v0:1", "", true),
                        new VirtualAddressDetails(
                                "10.7.0.46/32", "v9", 253, "10.7.0.255", "", "", false)),
                trackers);
    }

    private static TrackerWeightDetails tracker(String kind, String name) {
        return new TrackerWeightDetails(kind, name, -5, true);
    }

    private Mibs mibs(boolean traps) {
        return new Mibs(
                new SnmpSettings(
                        MasterAddress.DEFAULT, Set.of(Part.values()), traps, Optional.empty()),
                "node-a",
                CLOCK);
    }

    private Value get(String name) {
        return mibs(false).read(beans).get(Oid.of(name));
    }

    @Test
    void instancesStandInTheOrderOfTheConfiguration() {
        assertThat(get(KEEPALIVED + "2.3.1.2.1")).isEqualTo(Value.text("VI_1"));
        assertThat(get(KEEPALIVED + "2.3.1.2.2")).isEqualTo(Value.text("VI_3"));
        assertThat(get(KEEPALIVED + "2.3.1.4.1")).isEqualTo(Value.number(2));
        assertThat(get(KEEPALIVED + "2.3.1.5.1")).isEqualTo(Value.number(2));
        assertThat(get(KEEPALIVED + "2.3.1.5.2")).isEqualTo(Value.number(1));
        assertThat(get(KEEPALIVED + "2.3.1.13.1")).isEqualTo(Value.number(2));
        assertThat(get(KEEPALIVED + "2.3.1.18.1")).isEqualTo(Value.text("VG"));
        assertThat(get(KEEPALIVED + "2.3.1.35.1")).isEqualTo(bytes(224, 0, 0, 18));
    }

    /** Seconds in version 2 and hundredths in version 3; accept mode is none of version 2. */
    @Test
    void unitsFollowTheVersion() {
        assertThat(get(KEEPALIVED + "2.3.1.12.1")).isEqualTo(Value.gauge(1));
        assertThat(get(KEEPALIVED + "2.3.1.12.2")).isEqualTo(Value.gauge(50));
        assertThat(get(KEEPALIVED + "2.3.1.27.1")).isEqualTo(Value.number(0));
        assertThat(get(KEEPALIVED + "2.3.1.27.2")).isEqualTo(Value.number(1));
    }

    @Test
    void whatIsNotThereHasNoInstance() {
        Value none = Value.nothing(Value.Reason.NO_SUCH_INSTANCE);

        assertThat(get(KEEPALIVED + "2.3.1.18.2")).isEqualTo(none);
        assertThat(get(KEEPALIVED + "2.3.1.23.1")).isEqualTo(none);
        assertThat(get(KEEPALIVED + "2.1.1.2.1")).isEqualTo(none);
        assertThat(get(KEEPALIVED + "2.3.1.77.1"))
                .isEqualTo(Value.nothing(Value.Reason.NO_SUCH_OBJECT));
    }

    @Test
    void addressesHaveTheirInterfacesAndScopes() {
        assertThat(get(KEEPALIVED + "2.6.1.3.1.1")).isEqualTo(bytes(10, 7, 0, 44));
        assertThat(get(KEEPALIVED + "2.6.1.4.1.1")).isEqualTo(bytes(0, 0, 0, 0));
        assertThat(get(KEEPALIVED + "2.6.1.4.1.2")).isEqualTo(bytes(10, 7, 0, 255));
        assertThat(get(KEEPALIVED + "2.6.1.6.1.1")).isEqualTo(Value.number(14));
        assertThat(get(KEEPALIVED + "2.6.1.6.1.2")).isEqualTo(Value.number(2));
        assertThat(get(KEEPALIVED + "2.6.1.7.1.1")).isEqualTo(Value.number(3));
        assertThat(get(KEEPALIVED + "2.6.1.11.1.1")).isEqualTo(Value.number(1));
        assertThat(get(KEEPALIVED + "2.6.1.11.1.2")).isEqualTo(Value.number(2));
        assertThat(get(KEEPALIVED + "2.6.1.10.2.1")).isEqualTo(Value.number(2));
    }

    @Test
    void trackersAreCountedWithinTheirKind() {
        assertThat(get(KEEPALIVED + "2.4.1.1.1.1")).isEqualTo(Value.text("v1"));
        assertThat(get(KEEPALIVED + "2.5.1.2.1.2")).isEqualTo(Value.text("b"));
        assertThat(get(KEEPALIVED + "2.5.1.3.1.2")).isEqualTo(Value.number(-5));
        assertThat(get(KEEPALIVED + "2.5.1.4.1.2")).isEqualTo(Value.number(1));
    }

    @Test
    void theOldMibHasVersionTwoAlone() {
        String entry = "1.3.6.1.2.1.68.1.3.1.";
        assertThat(get(entry + "2.3.51")).isEqualTo(bytes(0x46, 0xd9, 0xb3, 0x14, 0xf1, 0xb3));
        assertThat(get(entry + "3.3.51")).isEqualTo(Value.number(3));
        assertThat(get(entry + "7.3.51"))
                .isEqualTo(new Value.Ipv4(Octets.of((byte) 10, (byte) 7, (byte) 0, (byte) 1)));
        assertThat(get(entry + "3.3.53")).isEqualTo(Value.nothing(Value.Reason.NO_SUCH_INSTANCE));
        assertThat(get("1.3.6.1.2.1.68.1.4.1.2.3.51.10.7.0.44")).isEqualTo(Value.number(1));
        assertThat(get("1.3.6.1.2.1.68.1.4.1.2.3.51.10.7.0.46"))
                .isEqualTo(Value.nothing(Value.Reason.NO_SUCH_INSTANCE));
        assertThat(get("1.3.6.1.2.1.68.2.4.1.5.3.51")).isEqualTo(Value.counter(2));
    }

    @Test
    void theNewMibHasBoth() {
        String entry = "1.3.6.1.2.1.207.1.1.1.1.";
        assertThat(get(entry + "3.3.51.1")).isEqualTo(bytes(10, 7, 0, 1));
        assertThat(get(entry + "3.3.53.1")).isEqualTo(bytes(10, 7, 0, 9));
        assertThat(get(entry + "9.3.53.1")).isEqualTo(Value.number(50));
        assertThat(get(entry + "12.3.53.1")).isEqualTo(Value.ticks(100));
        assertThat(get("1.3.6.1.2.1.207.1.2.5.1.13.3.53.1")).isEqualTo(Value.gauge(500));
        assertThat(get("1.3.6.1.2.1.207.1.2.5.1.6.3.53.1")).isEqualTo(Value.number(1));
    }

    @Test
    void bothTellOfAdvertsForNobody() {
        beans.with(VrrpMXBean.class, Map.of("getUnknownVirtualRouterIds", 5L));

        assertThat(get("1.3.6.1.2.1.68.2.3.0")).isEqualTo(Value.counter(5));
        assertThat(get("1.3.6.1.2.1.207.1.2.3.0")).isEqualTo(new Value.Counter64(5));
    }

    @Test
    void aWalkGoesThroughAllOfThemInOrder() {
        Variables variables = mibs(false).read(beans);
        Oid name = Oid.of("1.3");
        int count = 0;
        Optional<Oid> next = first(variables, name);
        while (next.isPresent()) {
            assertThat(next.get()).isGreaterThan(name);
            name = next.get();
            count++;
            next = first(variables, name);
        }
        assertThat(count).isEqualTo(variables.size()).isGreaterThan(100);
    }

    private static Optional<Oid> first(Variables variables, Oid name) {
        return variables.first(new SearchRange(name, false, Oid.NONE)).map(each -> each.name());
    }

    @Test
    void thePriorityIsSetWithinItsRange() {
        Setter setter =
                mibs(false).read(beans).setter(Oid.of(KEEPALIVED + "2.3.1.7.1")).orElseThrow();

        assertThat(setter.test(Value.number(300))).isEqualTo(SetResult.WRONG_VALUE);
        assertThat(setter.test(Value.number(255))).isEqualTo(SetResult.WRONG_VALUE);
        assertThat(setter.test(Value.number(0))).isEqualTo(SetResult.WRONG_VALUE);
        assertThat(setter.test(Value.gauge(1))).isEqualTo(SetResult.WRONG_TYPE);
        assertThat(setter.test(Value.number(120))).isEqualTo(SetResult.DONE);
        assertThat(setter.commit(Value.number(120))).isEqualTo(SetResult.DONE);
        setter.undo();
        assertThat(beans.set).containsExactly(120, 100);
    }

    @Test
    void preemptCannotBeSet() {
        assertThat(mibs(false).read(beans).setter(Oid.of(KEEPALIVED + "2.3.1.13.1"))).isEmpty();
    }

    private static Event becomes(VrrpState state, boolean held) {
        VrrpSubject subject =
                new VrrpSubject(
                        VrrpSubject.Kind.INSTANCE,
                        "VI_1",
                        OptionalInt.of(51),
                        "v0",
                        List.of(),
                        Audience.NONE);
        return new VrrpEvent.InstanceState(subject, VrrpState.BACKUP, state, "", 100, held, "");
    }

    @Test
    void aNewMasterIsToldByEachMib() {
        Mibs mibs = mibs(true);
        Event event = becomes(VrrpState.MASTER, false);

        assertThat(mibs.tells(event)).isTrue();
        assertThat(
                        mibs.traps(event, beans).stream()
                                .map(trap -> trap.getFirst().value().toString() + trap.size()))
                .containsExactly(
                        "ObjectId[oid=1.3.6.1.4.1.9586.100.5.2.10.0.2]5",
                        "ObjectId[oid=1.3.6.1.2.1.68.0.1]2",
                        "ObjectId[oid=1.3.6.1.2.1.207.0.1]3");
        assertThat(mibs.traps(becomes(VrrpState.FAULT, false), beans)).hasSize(1);
    }

    @Test
    void nothingIsToldWithoutTrapsOrWhatNobodyNeedHear() {
        assertThat(mibs(false).tells(becomes(VrrpState.MASTER, false))).isFalse();
        assertThat(mibs(true).tells(becomes(VrrpState.BACKUP, true))).isFalse();
    }

    /** The password of version 2 alone, what else is wrong of both. */
    @Test
    void refusedAdvertsAreTold() {
        FakeBeans heard = new FakeBeans();
        RefusedTraps traps = new RefusedTraps(Set.of(Part.values()), heard, () -> 0);
        assertThat(traps.look()).isEmpty();
        assertThat(new RefusedTraps(Set.of(Part.VRRP), beans, () -> 0).look()).isEmpty();

        heard.addAll(beans);

        assertThat(
                        traps.look().stream()
                                .flatMap(trap -> trap.stream().skip(1))
                                .map(object -> object.name() + " " + object.value()))
                .containsExactlyInAnyOrder(
                        "1.3.6.1.2.1.207.1.2.5.1.6.3.51.1 " + Value.number(3),
                        "1.3.6.1.2.1.207.1.2.5.1.6.3.51.1 " + Value.number(1),
                        "1.3.6.1.2.1.207.1.2.5.1.6.3.53.1 " + Value.number(3),
                        "1.3.6.1.2.1.207.1.2.5.1.6.3.53.1 " + Value.number(1),
                        "1.3.6.1.2.1.68.1.5.3.51 "
                                + new Value.Ipv4(
                                        Octets.of((byte) 10, (byte) 7, (byte) 0, (byte) 3)),
                        "1.3.6.1.2.1.68.1.6.3.51 " + Value.number(3));
    }
}
