package org.ninelives.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.snmp.mib.SomeOctets.bytes;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.CheckStatus;
import org.ninelives.api.management.ForwardingDetails;
import org.ninelives.api.management.IpvsDetails;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.RealServerDetails;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ServerChecksDetails;
import org.ninelives.api.management.ServerGroupDetails;
import org.ninelives.api.management.ServerGroupMember;
import org.ninelives.api.management.ServerTraffic;
import org.ninelives.api.management.SyncDaemonDetails;
import org.ninelives.api.management.VirtualServerDetails;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.snmp.core.SetResult;
import org.ninelives.snmp.core.Setter;
import org.ninelives.snmp.settings.MasterAddress;
import org.ninelives.snmp.settings.SnmpSettings;
import org.ninelives.snmp.settings.SnmpSettings.Part;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

/** Variables of load balancing. The numbers are those that keepalived 2.2.7 answered. */
class CheckMibTest {

    private static final String CHECK = "1.3.6.1.4.1.9586.100.5.3.";
    private static final String WEB = "[10.9.0.1]:tcp:80";
    private static final String MARK = "FWM 5";
    private static final String REAL = "[10.1.0.11]:tcp:80";
    private static final Value NONE = Value.nothing(Value.Reason.NO_SUCH_INSTANCE);
    private static final ForwardingDetails NAT = new ForwardingDetails("MASQUERADING", "", 0, "");
    private static final ForwardingDetails GUE =
            new ForwardingDetails("TUNNEL", "GUE", 4000, "FULL");
    private static final ServerChecksDetails CHECKS =
            new ServerChecksDetails("www", true, 500_000, 3, 1_200_000, 0, 5_000_000);
    private static final IpvsCounters COUNTERS =
            new IpvsCounters(1, 0x1_0000_0002L, 3, 4, 5, 6, 7, 8, 9, 0x2_0000_0003L);

    private final FakeBeans beans =
            new FakeBeans()
                    .with(IpvsMXBean.class, Map.of("getDetails", ipvs()))
                    .with(
                            VirtualServerMXBean.class,
                            Map.of(
                                    "getStatus", virtual(MARK, "DOWN", List.of()),
                                    "getDetails", details("", 5, "", GUE, List.of()),
                                    "getCounters", IpvsCounters.NONE))
                    .with(
                            VirtualServerMXBean.class,
                            Map.of(
                                    "getStatus",
                                    virtual(WEB, "UP", List.of(REAL)),
                                    "getDetails",
                                    details(
                                            "10.9.0.1",
                                            0,
                                            "TCP",
                                            NAT,
                                            List.of(server("10.1.0.99"))),
                                    "getCounters",
                                    COUNTERS,
                                    "getSorryTraffic",
                                    ServerTraffic.NONE))
                    .with(
                            RealServerMXBean.class,
                            Map.of(
                                    "getStatus", real(),
                                    "getDetails", server("10.1.0.11"),
                                    "getTraffic", new ServerTraffic(2, 1, 9, COUNTERS)));
    private final Mibs mibs =
            new Mibs(
                    new SnmpSettings(
                            MasterAddress.DEFAULT, Set.of(Part.CHECK), true, Optional.empty()),
                    "node-a",
                    Clock.fixed(Instant.ofEpochMilli(10_000), ZoneOffset.UTC));

    private static IpvsDetails ipvs() {
        return new IpvsDetails(
                List.of(WEB, MARK),
                List.of(
                        new ServerGroupDetails(
                                "G",
                                List.of(
                                        new ServerGroupMember(0, "10.9.0.5", "10.9.0.7", 80),
                                        new ServerGroupMember(0, "10.9.0.4", "10.9.0.4", 80),
                                        new ServerGroupMember(7, "", "", 0)))),
                List.of(new SyncDaemonDetails("eth0", "VI_1", 7, 0, 9000, 0, "224.0.0.90")),
                700,
                0,
                200,
                false,
                "NONE");
    }

    private static VirtualServerStatus virtual(String name, String state, List<String> servers) {
        return new VirtualServerStatus(
                name, state, List.of(), true, false, false, 2, 1, 3, 1, servers, List.of(),
                List.of());
    }

    private static VirtualServerDetails details(
            String address,
            long mark,
            String protocol,
            ForwardingDetails forwarding,
            List<RealServerDetails> sorry) {
        return new VirtualServerDetails(
                "web",
                "",
                mark,
                address,
                80,
                "IPv4",
                protocol,
                "mh",
                List.of("FLAG_1"),
                forwarding,
                300,
                24,
                false,
                false,
                true,
                true,
                4,
                true,
                "'up'",
                "",
                CHECKS,
                sorry);
    }

    private static RealServerDetails server(String address) {
        return new RealServerDetails(
                "one", address, 80, GUE, 100, 0, true, "'up' 'one'", "", true, CHECKS);
    }

    private static RealServerStatus real() {
        return new RealServerStatus(
                WEB,
                REAL,
                "UP",
                "",
                1,
                3,
                false,
                2,
                1,
                0,
                -1,
                List.of(
                        new CheckStatus("TCP_CHECK", "PASSED", ""),
                        new CheckStatus("HTTP_GET", "FAILED", "")),
                List.of());
    }

    private Value get(String name) {
        return mibs.read(beans).get(Oid.of(CHECK + name));
    }

    @Test
    void membersAreCountedByTheirKind() {
        assertThat(get("1.1.2.1")).isEqualTo(Value.text("G"));
        assertThat(get("2.1.3.1.1")).isEqualTo(Value.gauge(7));
        assertThat(get("2.1.5.1.1")).isEqualTo(NONE);
        assertThat(get("2.1.2.1.2")).isEqualTo(Value.number(2));
        assertThat(get("2.1.5.1.2")).isEqualTo(bytes(10, 9, 0, 4));
        assertThat(get("2.1.2.1.3")).isEqualTo(Value.number(3));
        assertThat(get("2.1.7.1.3")).isEqualTo(bytes(10, 9, 0, 7));
        assertThat(get("2.1.8.1.3")).isEqualTo(Value.gauge(80));
    }

    @Test
    void virtualServersStandInTheOrderOfTheConfiguration() {
        assertThat(get("3.1.6.1")).isEqualTo(bytes(10, 9, 0, 1));
        assertThat(get("3.1.2.1")).isEqualTo(Value.number(2));
        assertThat(get("3.1.2.2")).isEqualTo(Value.number(1));
        assertThat(get("3.1.4.2")).isEqualTo(Value.gauge(5));
        assertThat(get("3.1.7.2")).isEqualTo(NONE);
        assertThat(get("3.1.8.1")).isEqualTo(Value.number(1));
        assertThat(get("3.1.8.2")).isEqualTo(NONE);
        assertThat(get("3.1.9.1")).isEqualTo(Value.number(13));
        assertThat(get("3.1.23.1")).isEqualTo(Value.number(1));
        assertThat(get("3.1.23.2")).isEqualTo(Value.number(2));
        assertThat(get("3.1.15.1")).isEqualTo(bytes(255, 255, 255, 0));
        assertThat(get("3.1.53.1")).isEqualTo(Value.number(1));
        assertThat(get("3.1.54.1")).isEqualTo(Value.number(2));
    }

    @Test
    void tunnelsTellWhatTheyHave() {
        assertThat(get("3.1.10.2")).isEqualTo(Value.number(3));
        assertThat(get("3.1.68.2")).isEqualTo(Value.number(2));
        assertThat(get("3.1.69.2")).isEqualTo(Value.gauge(4000));
        assertThat(get("3.1.70.2")).isEqualTo(Value.number(2));
        assertThat(get("3.1.68.1")).isEqualTo(NONE);
    }

    @Test
    void timesAreSecondsAndMicroseconds() {
        assertThat(get("3.1.16.1")).isEqualTo(Value.gauge(0));
        assertThat(get("3.1.64.1")).isEqualTo(Value.gauge(500_000));
        assertThat(get("4.1.44.1.2")).isEqualTo(Value.gauge(1));
        assertThat(get("4.1.48.1.2")).isEqualTo(Value.gauge(1_200_000));
    }

    /** The first is the sorry server, which nobody checks or weighs. */
    @Test
    void sorryServersComeFirst() {
        assertThat(get("4.1.2.1.1")).isEqualTo(Value.number(2));
        assertThat(get("4.1.4.1.1")).isEqualTo(bytes(10, 1, 0, 99));
        assertThat(get("4.1.7.1.1")).isEqualTo(NONE);
        assertThat(get("4.1.2.1.2")).isEqualTo(Value.number(1));
        assertThat(get("4.1.6.1.2")).isEqualTo(Value.number(1));
        assertThat(get("4.1.7.1.2")).isEqualTo(Value.number(3));
        assertThat(get("4.1.13.1.2")).isEqualTo(Value.gauge(1));
        assertThat(get("4.1.8.1.2")).isEqualTo(Value.gauge(100));
        assertThat(get("4.1.9.1.2")).isEqualTo(NONE);
    }

    @Test
    void whatIsMoreThanFitsHasColumnsOfItsOwn() {
        assertThat(get("3.1.28.1")).isEqualTo(Value.counter(2));
        assertThat(get("3.1.39.1")).isEqualTo(new Value.Counter64(0x1_0000_0002L));
        assertThat(get("3.1.36.1")).isEqualTo(Value.gauge(3));
        assertThat(get("3.1.49.1")).isEqualTo(Value.gauge(3));
        assertThat(get("3.1.50.1")).isEqualTo(Value.gauge(2));
        assertThat(get("4.1.17.1.2")).isEqualTo(Value.gauge(9));
        assertThat(get("4.1.39.1.2")).isEqualTo(Value.gauge(2));
    }

    @Test
    void whatIsNotConfiguredOfAllIsNotThere() {
        assertThat(get("6.1.0")).isEqualTo(Value.number(1));
        assertThat(get("6.3.0")).isEqualTo(Value.text("VI_1"));
        assertThat(get("6.4.0")).isEqualTo(Value.number(7));
        assertThat(get("6.5.0")).isEqualTo(Value.nothing(Value.Reason.NO_SUCH_OBJECT));
        assertThat(get("6.9.0")).isEqualTo(bytes(224, 0, 0, 90));
        assertThat(get("7.1.0")).isEqualTo(Value.number(700));
        assertThat(get("7.2.0")).isEqualTo(Value.nothing(Value.Reason.NO_SUCH_OBJECT));
    }

    @Test
    void theWeightIsSetAndGivenBack() {
        Setter setter = mibs.read(beans).setter(Oid.of(CHECK + "4.1.7.1.2")).orElseThrow();

        assertThat(setter.test(Value.gauge(1))).isEqualTo(SetResult.WRONG_TYPE);
        assertThat(setter.test(Value.number(-1))).isEqualTo(SetResult.WRONG_VALUE);
        assertThat(setter.test(Value.number(300))).isEqualTo(SetResult.DONE);
        assertThat(setter.commit(Value.number(300))).isEqualTo(SetResult.DONE);
        setter.undo();
        assertThat(beans.set).containsExactly(300, "clearWeight");
        assertThat(mibs.read(beans).setter(Oid.of(CHECK + "4.1.7.1.1"))).isEmpty();
    }

    @Test
    void aTrapSaysWhichServerItIsAbout() {
        LvsEvent event =
                new LvsEvent.RealServerState(
                        WEB, REAL, false, false, Optional.empty(), Optional.empty(), "", "");

        assertThat(mibs.tells(event)).isTrue();
        assertThat(mibs.traps(event, beans).getFirst().stream().map(VarBind::value))
                .containsExactly(
                        new Value.ObjectId(Oid.of(CHECK + "5.0.1")),
                        Value.number(1),
                        bytes(10, 1, 0, 11),
                        Value.gauge(80),
                        Value.number(2),
                        Value.number(2),
                        Value.number(1),
                        bytes(10, 9, 0, 1),
                        Value.gauge(80),
                        Value.number(1),
                        Value.gauge(1),
                        Value.gauge(1),
                        Value.text("node-a"));
    }

    @Test
    void aQuorumIsLostOtherwiseWhenTheDaemonStops() {
        assertThat(quorumTrap(false)).contains(Value.number(2)).doesNotContain(Value.number(3));
        assertThat(quorumTrap(true)).contains(Value.number(3));
    }

    private List<Value> quorumTrap(boolean stopping) {
        LvsEvent event =
                new LvsEvent.QuorumState(
                        WEB, false, 0, 2, 1, stopping, Optional.empty(), Optional.empty(), "");
        return mibs.traps(event, beans).getFirst().stream().map(VarBind::value).toList();
    }

    @Test
    void nothingIsToldOfAServerThatIsGone() {
        LvsEvent event =
                new LvsEvent.RealServerState(
                        WEB,
                        "[10.1.0.12]:tcp:80",
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "");
        assertThat(mibs.traps(event, beans)).isEmpty();
    }
}
