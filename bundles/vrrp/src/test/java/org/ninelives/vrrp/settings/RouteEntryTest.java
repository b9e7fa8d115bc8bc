package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteBuilder;
import org.ninelives.api.system.RouteEncap;
import org.ninelives.api.system.RouteMode;
import org.ninelives.api.system.RoutePreference;
import org.ninelives.api.system.RouteTable;
import org.ninelives.api.system.RouteType;
import org.ninelives.config.grammar.Keyword;

class RouteEntryTest {

    private static final RoutingNames NAMES =
            NameTable.wellKnown()
                    .with(RoutingNames.Kind.TABLE, "# names\n200 blue\n")
                    .with(RoutingNames.Kind.REALM, "3 PQA");

    private final EntryReading<VirtualRoute> virtual =
            new EntryReading<>(RouteEntry.ofInstance(NAMES));
    private final EntryReading<VirtualRoute> fixed = new EntryReading<>(RouteEntry.ofStatic(NAMES));

    @ParameterizedTest
    @MethodSource
    void aLineMeansItsRoute(String line, RouteBuilder expected) {
        assertThat(virtual.read(line).route()).isEqualTo(expected.build());
        assertThat(virtual.problems()).isEmpty();
    }

    static Stream<Arguments> aLineMeansItsRoute() {
        IpAddress gateway = IpAddress.of("10.0.0.1");
        return Stream.of(
                arguments("10.9.0.0/16 dev eth0", plain()),
                arguments("to 10.9.0.0/16 dev eth0", plain()),
                arguments("dev eth0 10.9.0.0/16", plain()),
                arguments("10.9.0.1 oif eth0", RouteBuilder.to("10.9.0.1/32").dev("eth0")),
                arguments("default dev eth0", RouteBuilder.to("0.0.0.0/0").dev("eth0")),
                arguments("any dev eth0", RouteBuilder.to("0.0.0.0/0").dev("eth0")),
                arguments("all dev eth0", RouteBuilder.to("0.0.0.0/0").dev("eth0")),
                arguments("default6 dev eth0", RouteBuilder.to("::/0").dev("eth0")),
                arguments("inet default dev eth0", RouteBuilder.to("0.0.0.0/0").dev("eth0")),
                arguments("inet6 default dev eth0", RouteBuilder.to("::/0").dev("eth0")),
                arguments(
                        "default via fe80::1 dev eth0",
                        RouteBuilder.to("::/0").nextHop(hop("fe80::1"))),
                arguments("unicast 10.9.0.0/16 dev eth0", plain()),
                arguments("1 10.9.0.0/16 dev eth0", plain()),
                arguments(
                        "src 10.0.0.9 to 10.9.0.0/16 via 10.0.0.1 dev eth0",
                        via().preferredSource(IpAddress.of("10.0.0.9"))),
                arguments("10.9.0.0/16 via inet 10.0.0.1 dev eth0", via()),
                arguments(
                        "10.9.0.0/16 via inet6 fe80::1 dev eth0",
                        RouteBuilder.to("10.9.0.0/16").nextHop(hop("fe80::1"))),
                arguments(
                        "2001:db8::/32 from 2001:db8:1::/48 dev eth0",
                        ipv6().from(IpPrefix.of("2001:db8:1::/48"))),
                arguments("10.9.0.0/16 dev eth0 tos 16", plain().tos(16)),
                arguments("10.9.0.0/16 dev eth0 dsfield 0x10", plain().tos(16)),
                arguments("10.9.0.0/16 dev eth0 tos AF11", plain().tos(0x28)),
                arguments("10.9.0.0/16 dev eth0 table 100", plain().table(100)),
                arguments("10.9.0.0/16 dev eth0 table blue", plain().table(200)),
                arguments("10.9.0.0/16 dev eth0 table main", plain()),
                arguments("10.9.0.0/16 dev eth0 table 4294967295", plain().table(4294967295L)),
                arguments(
                        "10.9.0.0/16 dev eth0 vrf red",
                        plain().table(new RouteTable.OfVrf(new InterfaceName("red")))),
                arguments("10.9.0.0/16 dev eth0 protocol 9 no_track", plain().protocol(9)),
                arguments("10.9.0.0/16 dev eth0 protocol bird no_track", plain().protocol(12)),
                arguments("10.9.0.0/16 dev eth0 scope link", plain().scope(253)),
                arguments("10.9.0.0/16 dev eth0 scope 200", plain().scope(200)),
                arguments("10.9.0.0/16 dev eth0 metric 4294967295", plain().metric(4294967295L)),
                arguments("10.9.0.0/16 dev eth0 priority 5", plain().metric(5)),
                arguments("10.9.0.0/16 dev eth0 preference 5", plain().metric(5)),
                arguments(
                        "10.9.0.0/16 via 10.0.0.1 dev eth0 onlink",
                        RouteBuilder.to("10.9.0.0/16")
                                .nextHop(
                                        new NextHop(
                                                Optional.of(gateway),
                                                Optional.of(new InterfaceName("eth0")),
                                                1,
                                                true,
                                                Optional.empty(),
                                                Realms.NONE))),
                arguments(
                        "2001:db8::/32 dev eth0 expires 90 pref high",
                        ipv6().expiresSeconds(90).preference(RoutePreference.HIGH)),
                arguments("10.9.0.0/16 dev eth0 realms 7", plain().realms(new Realms(0, 7))),
                arguments(
                        "10.9.0.0/16 dev eth0 realms PQA/0x14", plain().realms(new Realms(3, 20))),
                arguments("10.9.0.0/16 dev eth0 ttl-propagate enabled", plain().ttlPropagate(true)),
                arguments(
                        "10.9.0.0/16 dev eth0 ttl-propagate disabled", plain().ttlPropagate(false)),
                arguments("10.9.0.0/16 dev eth0 add", plain().mode(RouteMode.ADD)),
                arguments("10.9.0.0/16 dev eth0 prepend", plain().mode(RouteMode.PREPEND)),
                arguments("10.9.0.0/16 dev eth0 append", plain().mode(RouteMode.APPEND)),
                arguments(
                        "10.9.0.0/16 nexthop via 10.0.0.1 dev eth0 weight 256 onlink realms 1/2"
                                + " nexthop dev eth1 encap mpls 16",
                        RouteBuilder.to("10.9.0.0/16")
                                .nextHop(
                                        new NextHop(
                                                Optional.of(gateway),
                                                Optional.of(new InterfaceName("eth0")),
                                                256,
                                                true,
                                                Optional.empty(),
                                                new Realms(1, 2)))
                                .nextHop(
                                        new NextHop(
                                                Optional.empty(),
                                                Optional.of(new InterfaceName("eth1")),
                                                1,
                                                false,
                                                Optional.of(new RouteEncap.Mpls(List.of(16))),
                                                Realms.NONE))));
    }

    private static RouteBuilder plain() {
        return RouteBuilder.to("10.9.0.0/16").dev("eth0");
    }

    private static RouteBuilder via() {
        return RouteBuilder.to("10.9.0.0/16").nextHop(hop("10.0.0.1"));
    }

    private static RouteBuilder ipv6() {
        return RouteBuilder.to("2001:db8::/32").dev("eth0");
    }

    private static NextHop hop(String gateway) {
        return new NextHop(
                Optional.of(IpAddress.of(gateway)),
                Optional.of(new InterfaceName("eth0")),
                1,
                false,
                Optional.empty(),
                Realms.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "UNICAST, 0",
        "LOCAL, 254",
        "NAT, 254",
        "BROADCAST, 253",
        "ANYCAST, 253",
        "MULTICAST, 253"
    })
    void theScopeFollowsFromTheType(RouteType type, int scope) {
        Route route = virtual.read(type.word() + " 10.9.0.0/16 dev eth0").route();
        assertThat(route.type()).isEqualTo(type);
        assertThat(route.scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @CsvSource({"blackhole", "unreachable", "prohibit", "throw", "6"})
    void aRouteMayLeadNowhere(String type) {
        Route route = virtual.read(type + " 10.9.0.0/16").route();
        assertThat(route.nextHops()).isEmpty();
        assertThat(virtual.messages()).containsExactly("without dev the route is not tracked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    10.9.0.0/16 dev eth0 frob | 'frob' is not a word of routes, which have one destination
                    frob dev eth0 | 'frob' is neither a word of routes nor a destination
                    10.9.0.0/33 dev eth0 | destination: prefix length 33 is not in 0..32
                    10.9/16 dev eth0 | destination: 10.9 is not an IP address
                    10.9.0.0/16 10.8.0.0/16 dev eth0 | '10.8.0.0/16' is not a word of routes, which have one destination
                    dev eth0 | the destination of the route is missing
                    10.9.0.0/16 | a route needs via, dev or nexthop
                    blackhole 10.9.0.0/16 dev eth0 | blackhole goes nowhere; remove via, dev and nexthop
                    10.9.0.0/16 via 10.0.0.300 | via 10.0.0.300 is not an IP address
                    10.9.0.0/16 via inet fe80::1 | via inet fe80::1 is not an IPv4 address
                    10.9.0.0/16 via inet6 10.0.0.1 | via inet6 10.0.0.1 is not an IPv6 address
                    10.9.0.0/16 gw x | gw x is not an IP address
                    10.9.0.0/16 via 10.0.0.1 or x | or x is not an IP address
                    10.9.0.0/16 via fe80::1 dev eth0 | via fe80::1 is not IPv4 as the route is; write its family before it if that is meant
                    10.9.0.0/16 dev eth0 as to 100 | as is for routes of MPLS labels, which cannot be written here; remove it and its label
                    10.9.0.0/16 dev eth0 src x | src x is not an IP address
                    10.9.0.0/16 dev eth0 src 2001:db8::1 | src 2001:db8::1 is IPv6 and words before it are not
                    inet6 10.9.0.0/16 dev eth0 | 10.9.0.0/16 is IPv4 and words before it are not
                    10.9.0.0/16 dev eth0 inet6 | inet6 is IPv6 and words before it are not
                    2001:db8::/32 dev eth0 inet | inet is IPv4 and words before it are not
                    10.9.0.0/16 dev eth0 default6 | 'default6' is not a word of routes, which have one destination
                    10.9.0.0/16 dev eth0 from 10.0.0.0/8 | from is IPv6 and words before it are not
                    10.9.0.0/16 dev eth0 tos 256 | tos 256 is not a number in 0..255
                    10.9.0.0/16 dev eth0 dsfield AF99 | dsfield AF99 is neither a number in 0..255 nor a name in rt_dsfield
                    10.9.0.0/16 dev eth0 table 4294967296 | table 4294967296 is not a number in 0..4294967295
                    10.9.0.0/16 dev eth0 table green | table green is neither a number in 0..4294967295 nor a name in rt_tables
                    10.9.0.0/16 dev eth0 vrf a/b | vrf: 'a/b' is not an interface name: 1..15 characters, no blank, '/' or ':'
                    10.9.0.0/16 dev eth0 protocol 0 | protocol 0 is not a number in 1..255
                    10.9.0.0/16 dev eth0 protocol frob | protocol frob is neither a number in 1..255 nor a name in rt_protos
                    10.9.0.0/16 dev eth0 scope planet | scope planet is neither a number in 0..255 nor a name in rt_scopes
                    10.9.0.0/16 dev eth0 metric -1 | metric -1 is not a number in 0..4294967295
                    10.9.0.0/16 dev eth0 priority x | priority x is not a number in 0..4294967295
                    10.9.0.0/16 dev eth0 preference x | preference x is not a number in 0..4294967295
                    10.9.0.0/16 dev name-that-is-too-long | dev: 'name-that-is-too-long' is not an interface name: 1..15 characters, no blank, '/' or ':'
                    10.9.0.0/16 oif a:b | oif: 'a:b' is not an interface name: 1..15 characters, no blank, '/' or ':'
                    10.9.0.0/16 dev eth0 onlink | onlink needs via
                    2001:db8::/32 dev eth0 expires x | expires x is not a number in 0..2147483647
                    10.9.0.0/16 dev eth0 expires 5 | expires and pref are for IPv6 only
                    2001:db8::/32 dev eth0 pref best | pref best is none of low, medium, high
                    10.9.0.0/16 dev eth0 realms 65536 | realms 65536 is not a number in 0..65535
                    10.9.0.0/16 dev eth0 realms a/b | realms a is neither a number in 0..65535 nor a name in rt_realms
                    2001:db8::/32 dev eth0 realms 5 | realms are for IPv4 only
                    10.9.0.0/16 dev eth0 ttl-propagate on | ttl-propagate on is neither enabled nor disabled
                    10.9.0.0/16 dev eth0 track_group G | track_group is for static routes only
                    10.9.0.0/16 nexthop weight 5 | a next hop needs via or dev
                    10.9.0.0/16 nexthop dev eth0 weight 257 | weight 257 is not a number in 1..256
                    10.9.0.0/16 dev eth0 nexthop dev eth1 | nexthop excludes via, dev, onlink and encap before it
                    """)
    void aWrongLineIsRefused(String line, String message) {
        assertThat(virtual.tryRead(line)).isEmpty();
        assertThat(virtual.problems()).containsExactly("ERROR f:7: entries: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "10.9.0.0/16 dev, the interface of dev",
        "10.9.0.0/16 dev eth0 table, the number or name of table",
        "10.9.0.0/16 dev eth0 metric, the number of metric",
        "blackhole, the destination after blackhole",
        "to, the destination of the route",
        "10.9.0.0/16 dev eth0 realms, the realms"
    })
    void aMissingWordIsNamed(String line, String what) {
        assertThat(virtual.tryRead(line)).isEmpty();
        assertThat(virtual.messages()).singleElement().asString().startsWith(what + " is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    10.9.0.5/16 dev eth0 | 10.9.0.5/16 has bits behind its prefix length and becomes 10.9.0.0/16
                    10.9.0.0/16 gw 10.0.0.1 dev eth0 | gw is obsolete; write via
                    10.9.0.0/16 via 10.0.0.1 or 10.0.0.2 dev eth0 | or is obsolete; write nexthop via ... nexthop via ...
                    10.9.0.0/16 via 10.0.0.1 | without dev the route is not tracked
                    10.9.0.0/16 dev eth0 table 0 | table 0 is table main
                    2001:db8::/32 dev eth0 scope link | scope means nothing for IPv6; ignored
                    10.9.0.0/16 dev eth0 protocol bird | a tracked route has protocol keepalived; write no_track to keep protocol 12
                    10.9.0.0/16 nexthop dev eth0 no_track | 'no_track' is too much and ignored
                    """)
    void aDoubtfulLineIsReadWithARemark(String line, String message) {
        virtual.read(line);
        assertThat(virtual.problems()).containsExactly("WARNING f:7: entries: " + message);
    }

    @Test
    void aSecondGatewayIsASecondHopByTheSameInterface() {
        Route route = virtual.read("10.9.0.0/16 via 10.0.0.1 or 10.0.0.2 dev eth0").route();
        assertThat(route.nextHops()).containsExactly(hop("10.0.0.1"), hop("10.0.0.2"));
    }

    @Test
    void hostBitsAreCutOff() {
        assertThat(virtual.read("10.9.0.5/16 dev eth0").route()).isEqualTo(plain().build());
    }

    @Test
    void aTrackedRouteHasOurProtocol() {
        VirtualRoute route = virtual.read("10.9.0.0/16 dev eth0 protocol bird");
        assertThat(route).isEqualTo(new VirtualRoute(plain().build(), false, Optional.empty()));
    }

    @Test
    void aRouteWithoutInterfaceIsNotTracked() {
        assertThat(virtual.read("10.9.0.0/16 via 10.0.0.1").noTrack()).isTrue();
        assertThat(virtual.read("10.9.0.0/16 nexthop via 10.0.0.1 dev eth0").noTrack()).isFalse();
        assertThat(virtual.read("10.9.0.0/16 dev eth0 no_track").noTrack()).isTrue();
        assertThat(virtual.problems()).isEmpty();
    }

    @Test
    void aStaticRouteMayHaveATrackGroup() {
        assertThat(fixed.read("10.9.0.0/16 dev eth0 track_group G1").trackGroup()).contains("G1");
        assertThat(fixed.read("10.9.0.0/16 via 10.0.0.1 track_group G1").trackGroup()).isEmpty();
        assertThat(fixed.messages())
                .containsExactly(
                        "track_group needs a route with dev; ignored",
                        "without dev the route is not tracked");
        assertThat(fixed.tryRead("10.9.0.0/16 dev eth0 track_group G track_group H")).isEmpty();
        assertThat(fixed.messages()).containsExactly("track_group H is a second one");
    }

    @ParameterizedTest
    @MethodSource
    void everyListedWordIsRead(String word) {
        virtual.tryRead("dev eth0 " + word);
        assertThat(virtual.messages()).noneMatch(message -> message.contains("neither a word"));
    }

    static Stream<String> everyListedWordIsRead() {
        return RouteEntry.DEFERRED.grammar().keywords().stream()
                .map(Keyword::name)
                .filter(word -> !word.startsWith("("));
    }
}
