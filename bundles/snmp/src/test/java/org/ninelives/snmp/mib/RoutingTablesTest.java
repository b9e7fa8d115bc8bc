package org.ninelives.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.EncapDetails;
import org.ninelives.api.management.NextHopDetails;
import org.ninelives.api.management.RouteDetails;
import org.ninelives.api.management.RuleDetails;
import org.ninelives.api.management.VirtualAddressDetails;
import org.ninelives.api.management.VrrpRoutingDetails;
import org.ninelives.api.management.VrrpStaticMXBean;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.wire.Octets;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;

/** Routes and rules as rows; the numbers are those of the MIB. */
class RoutingTablesTest {

    private static final Oid TABLES = Oid.of("1.3.6.1.4.1.9586.100.5.2");
    private static final EncapDetails MPLS =
            new EncapDetails("mpls", List.of(100, 200), 0, "", "", 0, 0, 0, 0);

    private static final Value NONE = Value.nothing(Value.Reason.NO_SUCH_INSTANCE);

    private static NextHopDetails hop(String gateway, int weight, EncapDetails encap) {
        return new NextHopDetails(gateway, "", weight, weight > 1, 6, 0, encap);
    }

    private static RouteDetails route(List<NextHopDetails> hops, Map<String, Long> metrics) {
        return new RouteDetails(
                "unicast",
                "10.9.0.0/16",
                "",
                0,
                254,
                18,
                253,
                -1,
                "",
                hops,
                0,
                0,
                metrics,
                List.of("mtu"),
                "",
                -1,
                "HIGH");
    }

    private static RuleDetails rule(String action, long target) {
        return new RuleDetails(
                "IPv4",
                1000,
                true,
                "10.1.0.0/16",
                "10.2.0.0/24",
                0,
                5,
                15,
                "",
                "",
                (2L << 32) + 7,
                -1,
                -1,
                6,
                0,
                0,
                0,
                0,
                action,
                target,
                -1,
                -1,
                0,
                0,
                18);
    }

    private static Variables variables() {
        VrrpRoutingDetails routing =
                new VrrpRoutingDetails(
                        List.of(
                                route(
                                        List.of(hop("10.0.0.1", 1, MPLS)),
                                        Map.of("mtu", 1400L, "rtt", 800L, "rttvar", 200L)),
                                route(
                                        List.of(
                                                hop("10.0.0.1", 1, EncapDetails.NONE),
                                                hop("10.0.0.2", 5, EncapDetails.NONE)),
                                        Map.of())),
                        List.of(rule("goto", 1800), rule("lookup", 33)));
        FakeBeans beans =
                new FakeBeans()
                        .with(
                                VrrpStaticMXBean.class,
                                Map.of(
                                        "getRouting",
                                        routing,
                                        "getAddresses",
                                        List.<VirtualAddressDetails>of()));
        Variables.Builder builder = new Variables.Builder();
        KeepalivedMib.write(builder, Scene.of(beans), beans);
        return builder.build();
    }

    private static Value get(String name) {
        return variables().get(TABLES.plus(Oid.of(name)));
    }

    @Test
    void aRouteWithOneHopTellsItItself() {
        assertThat(get("7.1.5.0.1"))
                .isEqualTo(new Value.Text(Octets.of((byte) 10, (byte) 0, (byte) 0, (byte) 1)));
        assertThat(get("7.1.10.0.1")).isEqualTo(Value.number(1));
        assertThat(get("7.1.46.0.1")).isEqualTo(Value.number(1));
        assertThat(get("7.1.47.0.1")).isEqualTo(Value.text("100/200"));
        assertThat(get("11.1.3.0.1.1")).isEqualTo(NONE);
    }

    @Test
    void severalHopsHaveATableOfTheirOwn() {
        assertThat(get("7.1.5.0.2")).isEqualTo(NONE);
        assertThat(get("7.1.10.0.2")).isEqualTo(Value.number(2));
        assertThat(get("11.1.6.0.2.1")).isEqualTo(NONE);
        assertThat(get("11.1.6.0.2.2")).isEqualTo(Value.gauge(5));
        assertThat(get("11.1.7.0.2.2")).isEqualTo(Value.number(1));
        assertThat(get("11.1.8.0.2.1")).isEqualTo(Value.gauge(6));
    }

    /** The kernel counts round trips in eighths and their variance in quarters. */
    @Test
    void metricsAreInTheUnitsOfTheMib() {
        assertThat(get("7.1.22.0.1")).isEqualTo(Value.gauge(1400));
        assertThat(get("7.1.23.0.1")).isEqualTo(Value.number(1));
        assertThat(get("7.1.27.0.1")).isEqualTo(Value.gauge(100));
        assertThat(get("7.1.28.0.1")).isEqualTo(Value.number(2));
        assertThat(get("7.1.29.0.1")).isEqualTo(Value.gauge(50));
        assertThat(get("7.1.9.0.1")).isEqualTo(Value.number(2));
        assertThat(get("7.1.43.0.1")).isEqualTo(Value.number(3));
        assertThat(get("7.1.22.0.2")).isEqualTo(NONE);
    }

    @Test
    void rulesTellWhatTheySelectAndWhereTheyLead() {
        assertThat(get("8.1.2.0.1")).isEqualTo(Value.text("both"));
        assertThat(get("8.1.8.0.1")).isEqualTo(Value.number(1));
        assertThat(get("8.1.11.0.1")).isEqualTo(Value.gauge(24));
        assertThat(get("8.1.14.0.1")).isEqualTo(Value.gauge(16));
        assertThat(get("8.1.22.0.1")).isEqualTo(Value.gauge(1800));
        assertThat(get("8.1.23.0.1")).isEqualTo(Value.number(2));
        assertThat(get("8.1.24.0.1")).isEqualTo(NONE);
        assertThat(get("8.1.24.0.2")).isEqualTo(Value.gauge(33));
        assertThat(get("8.1.28.0.1")).isEqualTo(Value.gauge(2));
        assertThat(get("8.1.29.0.1")).isEqualTo(Value.gauge(7));
        assertThat(get("8.1.34.0.1")).isEqualTo(Value.gauge(6));
        assertThat(get("8.1.35.0.1")).isEqualTo(NONE);
    }
}
