package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The words a route may hold, for listings. */
final class RouteEntryGrammar {

    private RouteEntryGrammar() {}

    static BlockGrammar words() {
        List<Keyword<?>> words = new ArrayList<>();
        value(words, "(destination)", "PREFIX|default|any|all|default6", "where packets go");
        flag(words, "to", "may stand before the destination");
        value(
                words,
                "(type)",
                "unicast|local|broadcast|anycast|multicast|blackhole|unreachable|prohibit|throw|nat",
                "what becomes of packets; just before the destination");
        flag(words, "inet", "a route for IPv4, which is what it is by default");
        flag(words, "inet6", "a route for IPv6");
        value(words, "src", "IP", "address that packets of this machine have");
        value(words, "via", "[inet|inet6] IP", "the gateway");
        value(words, "gw", "IP", "obsolete, the same as via");
        value(words, "as", "[to] LABEL", "refused: only routes of MPLS labels have it");
        value(words, "from", "PREFIX", "where packets come from, IPv6 only");
        value(words, "tos", "N|NAME", "type of service of packets");
        value(words, "dsfield", "N|NAME", "the same as tos");
        value(words, "table", "N|NAME", "the table of the route");
        value(words, "vrf", "NAME", "in the table of this VRF");
        value(words, "protocol", "N|NAME", "who made the route; keepalived when tracked");
        value(words, "scope", "N|NAME", "how far the destination is, IPv4 only");
        value(words, "metric", "0..4294967295", "lower is better");
        value(words, "priority", "0..4294967295", "the same as metric");
        value(words, "preference", "0..4294967295", "the same as metric");
        value(words, "dev", "IFNAME", "the interface packets leave by");
        value(words, "oif", "IFNAME", "the same as dev");
        flag(words, "onlink", "the gateway is on the link whatever the addresses say");
        value(
                words,
                "encap",
                "ip {id|dst|src|tos|ttl|flags} | ip6 {id|dst|src|tc|hoplimit|flags} | mpls LABELS"
                        + " | ila LOCATOR",
                "what packets are wrapped in");
        value(words, "expires", "SECONDS", "how long the route lives, IPv6 only");
        metrics(words);
        value(words, "pref", "low|medium|high", "how it compares with others, IPv6 only");
        value(words, "ttl-propagate", "enabled|disabled", "whether MPLS takes the TTL from IP");
        flag(words, "add", "only where no route to the same destination is there");
        flag(words, "prepend", "ahead of routes to the same destination, the default");
        flag(words, "append", "after routes to the same destination");
        value(words, "or", "IP", "obsolete: a second gateway");
        value(
                words,
                "nexthop",
                "via IP dev IFNAME weight 1..256 onlink encap ... realms R",
                "one of several next hops, the last words of a route");
        flag(words, "no_track", "the loss of the route does not matter");
        value(words, "track_group", "NAME", "static only: whose state depends on it");
        return BlockGrammar.named("ROUTE-ENTRY", words);
    }

    private static void metrics(List<Keyword<?>> words) {
        value(words, "mtu", "[lock] N", "path MTU, bytes");
        value(words, "hoplimit", "0..255", "TTL or hop limit of packets");
        value(words, "advmss", "[lock] N", "maximum segment size advertised, bytes");
        value(words, "rtt", "[lock] TIME[s|ms]", "first estimate of the round trip");
        value(words, "rttvar", "[lock] TIME[s|ms]", "first estimate of its variance");
        value(words, "reordering", "[lock] N", "maximum reordering");
        value(words, "window", "N", "maximum receive window, bytes");
        value(words, "cwnd", "[lock] N", "clamp of the congestion window");
        value(words, "ssthresh", "[lock] N", "slow start threshold");
        value(words, "realms", "[FROM/]TO", "realms of packets, IPv4 only");
        value(words, "rto_min", "[lock] TIME[s|ms]", "least retransmission timeout");
        value(words, "initcwnd", "N", "first congestion window");
        value(words, "initrwnd", "N", "first receive window");
        value(words, "features", "ecn", "features of TCP");
        value(words, "quickack", "0|1", "every segment is acknowledged at once");
        value(words, "congctl", "[lock] NAME", "congestion control of TCP");
        value(words, "fastopen_no_cookie", "0|1", "TCP fast open goes without a cookie");
    }

    private static void flag(List<Keyword<?>> words, String name, String help) {
        words.add(Keyword.value(name, nothing(), false, help));
    }

    private static void value(List<Keyword<?>> words, String name, String what, String help) {
        words.add(Keyword.value(name, word(what), "", help));
    }
}
