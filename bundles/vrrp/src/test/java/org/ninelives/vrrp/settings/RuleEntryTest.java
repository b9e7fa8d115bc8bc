package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.FirewallMark;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.UserRange;
import org.ninelives.config.grammar.Keyword;

class RuleEntryTest {

    private static final RoutingNames NAMES =
            NameTable.wellKnown()
                    .with(RoutingNames.Kind.TABLE, "200 blue")
                    .with(RoutingNames.Kind.GROUP, "7 uplinks");

    private final RuleEntryPreferences preferences = new RuleEntryPreferences();
    private final EntryReading<VirtualRule> virtual =
            new EntryReading<>(RuleEntry.ofInstance(NAMES, preferences));
    private final EntryReading<VirtualRule> fixed =
            new EntryReading<>(RuleEntry.ofStatic(NAMES, preferences));

    @ParameterizedTest
    @MethodSource
    void aLineMeansItsRule(String line, RuleBuilder expected) {
        assertThat(virtual.read(line + " preference 10").rule()).isEqualTo(expected.build());
        assertThat(virtual.problems()).isEmpty();
    }

    static Stream<Arguments> aLineMeansItsRule() {
        IpPrefix network = IpPrefix.of("10.9.0.0/16");
        return Stream.of(
                arguments("table 100", to100()),
                arguments("lookup 100", to100()),
                arguments("table blue", ipv4(RuleAction.Lookup.of(200))),
                arguments("inet table 100", to100()),
                arguments("inet6 table 100", ipv6(RuleAction.Lookup.of(100))),
                arguments("from any to all table 100", to100()),
                arguments("from 0.0.0.0/0 table 100", to100()),
                arguments("from 10.9.0.0/16 table 100", to100().from(network)),
                arguments("from 10.9.0.1 table 100", to100().from(IpPrefix.of("10.9.0.1/32"))),
                arguments("to 10.9.0.0/16 table 100", to100().to(network)),
                arguments(
                        "to 2001:db8::/32 table 100",
                        ipv6(RuleAction.Lookup.of(100)).to(IpPrefix.of("2001:db8::/32"))),
                arguments("not from 10.9.0.0/16 table 100", to100().from(network).inverted()),
                arguments("tos 16 table 100", to100().tos(16)),
                arguments("dsfield CS1 table 100", to100().tos(0x20)),
                arguments("fwmark 0x18 table 100", to100().mark(FirewallMark.of(24))),
                arguments("fwmark 24/0xff table 100", to100().mark(new FirewallMark(24, 255))),
                arguments("dev eth0 table 100", to100().inputDevice(new InterfaceName("eth0"))),
                arguments("iif lo table 100", to100().inputDevice(new InterfaceName("lo"))),
                arguments("oif eth0 table 100", to100().outputDevice(new InterfaceName("eth0"))),
                arguments("tunnel-id 5 table 100", to100().tunnelId(5)),
                arguments("tun_id 0x10 table 100", to100().tunnelId(16)),
                arguments("uidrange 5-10 table 100", to100().users(new UserRange(5, 10))),
                arguments("ipproto 17 table 100", to100().ipProtocol(17)),
                arguments("ip_proto UDP table 100", to100().ipProtocol(17)),
                arguments("sport 10-20 table 100", to100().sourcePorts(new PortRange(10, 20))),
                arguments("sport 10 table 100", to100().sourcePorts(new PortRange(10, 10))),
                arguments("dport 10-20 table 100", to100().destinationPorts(new PortRange(10, 20))),
                arguments("dport 10 table 100", to100().destinationPorts(new PortRange(10, 10))),
                arguments("protocol zebra no_track table 100", to100().protocol(11)),
                arguments(
                        "table 100 realms 3/4 suppress_prefixlength 0 suppress_ifgroup uplinks",
                        ipv4(
                                lookup(
                                        OptionalLong.of(100),
                                        OptionalInt.of(0),
                                        OptionalInt.of(7),
                                        new Realms(3, 4)))),
                arguments(
                        "table 100 sup_pl 24 sup_group 3",
                        ipv4(
                                lookup(
                                        OptionalLong.of(100),
                                        OptionalInt.of(24),
                                        OptionalInt.of(3),
                                        Realms.NONE))),
                arguments(
                        "l3mdev",
                        ipv4(
                                lookup(
                                        OptionalLong.empty(),
                                        OptionalInt.empty(),
                                        OptionalInt.empty(),
                                        Realms.NONE))),
                arguments("goto 50", ipv4(new RuleAction.Goto(50))),
                arguments("nop", ipv4(new RuleAction.Nop())),
                arguments("blackhole", ipv4(new RuleAction.Blackhole())),
                arguments("type prohibit", ipv4(new RuleAction.Prohibit())),
                arguments("type unreachable", ipv4(new RuleAction.Unreachable())));
    }

    private static RuleAction lookup(
            OptionalLong table, OptionalInt length, OptionalInt group, Realms realms) {
        return new RuleAction.Lookup(table, new RuleAction.Suppress(length, group), realms);
    }

    private static RuleBuilder to100() {
        return ipv4(RuleAction.Lookup.of(100));
    }

    private static RuleBuilder ipv4(RuleAction action) {
        return RuleBuilder.of(IpAddress.Family.IPV4, 10, action);
    }

    private static RuleBuilder ipv6(RuleAction action) {
        return RuleBuilder.of(IpAddress.Family.IPV6, 10, action);
    }

    @ParameterizedTest
    @CsvSource({"preference", "order", "priority"})
    void thePreferenceHasThreeWords(String word) {
        assertThat(virtual.read("table 100 " + word + " 4294967295").rule().preference())
                .isEqualTo(4294967295L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    table 100 frob | 'frob' is not a word of rules
                    from 10.9.0.0/16 | a rule needs table, l3mdev, goto, nop, blackhole, prohibit or unreachable
                    table 100 blackhole | a rule has one of table, l3mdev, goto, nop, blackhole, prohibit, unreachable
                    l3mdev lookup 100 | a rule has one of table, l3mdev, goto, nop, blackhole, prohibit, unreachable
                    table green | table green is neither a number in 0..4294967295 nor a name in rt_tables
                    lookup 4294967296 | lookup 4294967296 is not a number in 0..4294967295
                    table 100 from 192.168.100./24 | from: 192.168.100. is not an IP address
                    table 100 to 10.0.0.0/40 | to: prefix length 40 is not in 0..32
                    from 10.0.0.0/8 to 2001:db8::/32 table 100 | to 2001:db8::/32 is IPv6 and words before it are not
                    inet6 from 10.0.0.0/8 table 100 | from 10.0.0.0/8 is IPv4 and words before it are not
                    to 2001:db8::/32 inet table 100 | inet is IPv4 and words before it are not
                    to 10.0.0.0/8 inet6 table 100 | inet6 is IPv6 and words before it are not
                    inet6 table 100 realms 5 | realms is IPv4 and words before it are not
                    table 100 preference 0 | preference 0 is not a number in 1..4294967295
                    table 100 order x | order x is not a number in 1..4294967295
                    table 100 priority 4294967296 | priority 4294967296 is not a number in 1..4294967295
                    table 100 tos 256 | tos 256 is not a number in 0..255
                    table 100 dsfield frob | dsfield frob is neither a number in 0..255 nor a name in rt_dsfield
                    table 100 fwmark x | fwmark x is not a number in 0..4294967295
                    table 100 fwmark 5/ | mask of fwmark  is not a number in 0..4294967295
                    table 100 realms x | realms x is neither a number in 0..65535 nor a name in rt_realms
                    table 100 suppress_prefixlength 129 | suppress_prefixlength 129 is not a number in 0..128
                    table 100 sup_pl x | sup_pl x is not a number in 0..128
                    table 100 suppress_ifgroup frob | suppress_ifgroup frob is neither a number in 0..2147483647 nor a name in group
                    table 100 sup_group -1 | sup_group -1 is neither a number in 0..2147483647 nor a name in group
                    table 100 dev a/b | dev: 'a/b' is not an interface name: 1..15 characters, no blank, '/' or ':'
                    table 100 iif a:b | iif: 'a:b' is not an interface name: 1..15 characters, no blank, '/' or ':'
                    table 100 oif a:b | oif: 'a:b' is not an interface name: 1..15 characters, no blank, '/' or ':'
                    table 100 tunnel-id x | tunnel-id x is not a number in 0..9223372036854775807
                    table 100 uidrange 5 | uidrange 5 is not FIRST-LAST
                    table 100 uidrange 10-5 preference 5 | user 5 is not in 10..4294967294
                    table 100 protocol 256 | protocol 256 is not a number in 0..255
                    table 100 ipproto frob | ipproto frob is neither a number in 1..255 nor a name in protocols
                    table 100 sport 0 | sport 0 is not a number in 1..65534
                    table 100 sport 20-10 | port 10 is not in 20..65534
                    table 100 dport 5- | dport  is not a number in 1..65534
                    type throw | type throw is none of goto, nop, blackhole, prohibit, unreachable
                    goto 50 | goto needs a preference below its target
                    goto 50 preference 50 | goto 50 does not lead to a rule behind preference 50
                    goto x preference 50 | goto x is not a number in 1..4294967295
                    nop realms 5 preference 50 | realms, suppress_prefixlength and suppress_ifgroup need table or l3mdev
                    blackhole sup_pl 5 preference 50 | realms, suppress_prefixlength and suppress_ifgroup need table or l3mdev
                    table 100 track_group G | track_group is for static rules only
                    """)
    void aWrongLineIsRefused(String line, String message) {
        assertThat(virtual.tryRead(line)).isEmpty();
        assertThat(virtual.messages()).containsExactly(message);
    }

    @Test
    void rulesWithoutPreferenceCountDownForEachFamily() {
        assertThat(List.of("table 1", "inet6 table 1", "table 2", "inet6 table 2"))
                .extracting(line -> virtual.read(line).rule().preference())
                .containsExactly(16_384L, 16_384L, 16_383L, 16_383L);
        assertThat(virtual.problems())
                .containsExactly(
                        "WARNING f:7: entries: has no preference and gets 16383; write the one it"
                                + " should have");
    }

    @Test
    void aRefusedRuleTakesNoPreference() {
        virtual.tryRead("table 1 frob");
        assertThat(virtual.read("table 1").rule().preference()).isEqualTo(16_384);
    }

    @Test
    void aTrackedRuleHasOurProtocol() {
        assertThat(virtual.read("table 100 preference 10 protocol zebra").rule())
                .isEqualTo(to100().build());
        assertThat(virtual.messages())
                .containsExactly(
                        "a tracked rule has protocol keepalived; write no_track to keep protocol"
                                + " 11");
        assertThat(virtual.read("table 100 preference 10 no_track").noTrack()).isTrue();
    }

    @Test
    void aStaticRuleMayHaveATrackGroup() {
        assertThat(fixed.read("iif eth0 table 1 preference 5 track_group G").trackGroup())
                .contains("G");
        assertThat(fixed.read("table 1 preference 5 track_group G").trackGroup()).isEmpty();
        assertThat(fixed.messages()).containsExactly("track_group needs a rule with iif; ignored");
        assertThat(fixed.tryRead("iif eth0 table 1 track_group G track_group H")).isEmpty();
        assertThat(fixed.messages()).containsExactly("track_group H is a second one");
    }

    @ParameterizedTest
    @MethodSource
    void everyListedWordIsRead(String word) {
        virtual.tryRead(word);
        assertThat(virtual.messages()).noneMatch(message -> message.contains("not a word"));
    }

    static Stream<String> everyListedWordIsRead() {
        return RuleEntry.DEFERRED.grammar().keywords().stream().map(Keyword::name);
    }
}
