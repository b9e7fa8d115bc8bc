package org.ninelives.lvs.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code virtual_server} about what the kernel does with its packets. */
final class SchedulerGrammar {

    /** What keepalived takes where no time is written, seconds. */
    static final int PERSISTENCE_SECONDS = 360;

    static final Keyword<Optional<IpAddress.Family>> IP_FAMILY =
            Keyword.optional(
                    "ip_family", BalancingTypes.family(), "family of the packets of a fwmark");
    static final Keyword<Optional<TransportProtocol>> PROTOCOL =
            Keyword.optional("protocol", BalancingTypes.protocol(), "transport protocol");
    static final Keyword<Optional<String>> LB_ALGO =
            Keyword.optional("lb_algo", BalancingTypes.scheduler(), "scheduler; wlc without it");
    static final Keyword<Optional<String>> LVS_SCHED =
            Keyword.optional("lvs_sched", BalancingTypes.scheduler(), "the same as lb_algo");
    static final Keyword<Optional<Forwarding>> LB_KIND =
            Keyword.optional(
                    "lb_kind", new ForwardingType(), "how packets get to servers; NAT without it");
    static final Keyword<Optional<Forwarding>> LVS_METHOD =
            Keyword.optional("lvs_method", new ForwardingType(), "the same as lb_kind");
    static final Keyword<Boolean> OPS =
            Keyword.value("ops", bool(), false, "each packet of UDP is scheduled for itself");
    static final Keyword<Boolean> HASHED =
            Keyword.value("hashed", bool(), false, "accepted for the scheduler sh; no effect");
    static final Keyword<Boolean> FLAG_1 = flag("flag-1", "first flag of the scheduler");
    static final Keyword<Boolean> FLAG_2 = flag("flag-2", "second flag of the scheduler");
    static final Keyword<Boolean> FLAG_3 = flag("flag-3", "third flag of the scheduler");
    static final Keyword<Boolean> SH_FALLBACK =
            flag("sh-fallback", "sh passes over servers without weight");
    static final Keyword<Boolean> SH_PORT = flag("sh-port", "sh counts the port of the client");
    static final Keyword<Boolean> MH_FALLBACK =
            flag("mh-fallback", "mh passes over servers without weight");
    static final Keyword<Boolean> MH_PORT = flag("mh-port", "mh counts the port of the client");
    static final Keyword<Optional<Integer>> PERSISTENCE_TIMEOUT =
            Keyword.optional(
                    "persistence_timeout",
                    orBare(integer(0, BalancingTypes.SECONDS_MAX), PERSISTENCE_SECONDS),
                    "seconds that a client stays with its server");
    static final Keyword<Optional<Granularity>> PERSISTENCE_GRANULARITY =
            Keyword.optional(
                    "persistence_granularity",
                    Granularity.TYPE,
                    "clients of one such network stay together");
    static final Keyword<Optional<String>> PERSISTENCE_ENGINE =
            Keyword.optional(
                    "persistence_engine",
                    word("NAME"),
                    "what tells clients apart instead of their address, such as sip");
    private static final Keyword<Boolean> NAT_MASK =
            Keyword.withoutEffect("nat_mask", "has no effect since kernel 2.4; it can go");

    static final List<Keyword<?>> KEYWORDS =
            List.of(
                    IP_FAMILY,
                    PROTOCOL,
                    LB_ALGO,
                    LVS_SCHED,
                    LB_KIND,
                    LVS_METHOD,
                    OPS,
                    HASHED,
                    FLAG_1,
                    FLAG_2,
                    FLAG_3,
                    SH_FALLBACK,
                    SH_PORT,
                    MH_FALLBACK,
                    MH_PORT,
                    PERSISTENCE_TIMEOUT,
                    PERSISTENCE_GRANULARITY,
                    PERSISTENCE_ENGINE,
                    NAT_MASK);

    private SchedulerGrammar() {}

    private static Keyword<Boolean> flag(String name, String help) {
        return Keyword.value(name, bool(), false, help);
    }
}
