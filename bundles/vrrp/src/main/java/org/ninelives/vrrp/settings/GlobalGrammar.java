package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code global_defs} that give virtual routers their defaults. */
final class GlobalGrammar {

    /** Longest delay in seconds that still fits the nanosecond clock many times over. */
    private static final String DELAY_SECONDS_MAX = "86400";

    static final Keyword<Integer> VRRP_VERSION =
            Keyword.value(
                    "vrrp_version",
                    integer(2, 3),
                    2,
                    "version of the protocol where an instance names none");
    static final Keyword<IpAddress> VRRP_MCAST_GROUP4 =
            Keyword.value(
                    "vrrp_mcast_group4",
                    multicastGroup().map(GlobalGrammar::ipv4),
                    IpAddress.of("224.0.0.18"),
                    "IPv4 multicast group of adverts");
    static final Keyword<Long> GARP_MASTER_DELAY =
            Keyword.value(
                    "vrrp_garp_master_delay",
                    delay(),
                    5_000_000_000L,
                    "delay of the second burst of gratuitous ARP");
    static final Keyword<Integer> GARP_MASTER_REPEAT =
            Keyword.value("vrrp_garp_master_repeat", atLeastOne(), 5, "gratuitous ARPs in a burst");
    static final Keyword<Long> GARP_MASTER_REFRESH =
            Keyword.value(
                    "vrrp_garp_master_refresh",
                    delay(),
                    0L,
                    "period of refresh bursts while master");
    static final Keyword<Integer> GARP_MASTER_REFRESH_REPEAT =
            Keyword.value(
                    "vrrp_garp_master_refresh_repeat",
                    atLeastOne(),
                    1,
                    "gratuitous ARPs in a refresh burst");
    static final Keyword<Optional<Long>> GARP_LOWER_PRIO_DELAY =
            Keyword.optional(
                    "vrrp_garp_lower_prio_delay",
                    delay(),
                    "second burst after an advert of lower priority");
    static final Keyword<Optional<Integer>> GARP_LOWER_PRIO_REPEAT =
            Keyword.optional(
                    "vrrp_garp_lower_prio_repeat",
                    count(),
                    "burst after an advert of lower priority");
    static final Keyword<Boolean> MIN_GARP =
            Keyword.value("vrrp_min_garp", bool(), false, "one gratuitous ARP and no second burst");
    static final Keyword<Long> GARP_INTERVAL =
            Keyword.value(
                    "vrrp_garp_interval",
                    seconds("0", "1000"),
                    0L,
                    "least gap between gratuitous ARPs; 0 is none");
    static final Keyword<Integer> DOWN_TIMER_ADVERTS =
            Keyword.value(
                    "vrrp_down_timer_adverts",
                    integer(1, 100),
                    3,
                    "adverts missed before a takeover");
    static final Keyword<Boolean> LOWER_PRIO_NO_ADVERT =
            Keyword.value(
                    "vrrp_lower_prio_no_advert", bool(), false, "a lower advert is not answered");
    static final Keyword<Boolean> HIGHER_PRIO_SEND_ADVERT =
            Keyword.value(
                    "vrrp_higher_prio_send_advert",
                    bool(),
                    false,
                    "one more advert before yielding");
    static final Keyword<Boolean> OWNER_IGNORE_ADVERTS =
            Keyword.value(
                    "vrrp_owner_ignore_adverts", bool(), false, "owners ignore adverts of others");
    static final Keyword<Boolean> SKIP_CHECK_ADV_ADDR =
            Keyword.value(
                    "vrrp_skip_check_adv_addr",
                    bool(),
                    false,
                    "addresses in repeated adverts are not compared");
    static final Keyword<Boolean> CHECK_UNICAST_SRC =
            Keyword.value(
                    "vrrp_check_unicast_src",
                    nothing(),
                    false,
                    "unicast adverts from others than peers are dropped");
    static final Keyword<Boolean> V3_CHECKSUM_AS_V2 =
            Keyword.value(
                    "v3_checksum_as_v2",
                    bool(),
                    false,
                    "version 3 checksum without pseudo header, as RFC 9568 reads");
    static final Keyword<Long> STARTUP_DELAY =
            Keyword.value(
                    "vrrp_startup_delay",
                    seconds("0", DELAY_SECONDS_MAX),
                    0L,
                    "instances keep still until this long after start");
    static final Keyword<Boolean> LOG_UNKNOWN_VRIDS =
            Keyword.value(
                    "log_unknown_vrids",
                    nothing(),
                    false,
                    "adverts of unknown virtual routers are logged");

    static final BlockGrammar GRAMMAR = grammar();

    private GlobalGrammar() {}

    private static BlockGrammar grammar() {
        List<Keyword<?>> keywords =
                new ArrayList<>(
                        List.of(
                                VRRP_VERSION,
                                VRRP_MCAST_GROUP4,
                                GARP_MASTER_DELAY,
                                GARP_MASTER_REPEAT,
                                GARP_MASTER_REFRESH,
                                GARP_MASTER_REFRESH_REPEAT,
                                GARP_LOWER_PRIO_DELAY,
                                GARP_LOWER_PRIO_REPEAT,
                                MIN_GARP,
                                GARP_INTERVAL,
                                DOWN_TIMER_ADVERTS,
                                LOWER_PRIO_NO_ADVERT,
                                HIGHER_PRIO_SEND_ADVERT,
                                OWNER_IGNORE_ADVERTS,
                                SKIP_CHECK_ADV_ADDR,
                                CHECK_UNICAST_SRC,
                                V3_CHECKSUM_AS_V2,
                                STARTUP_DELAY,
                                LOG_UNKNOWN_VRIDS));
        keywords.addAll(LaterKeywords.ofGlobalDefs());
        return BlockGrammar.of(keywords);
    }

    static ArgumentType<IpAddress> multicastGroup() {
        return word("a multicast address")
                .map(
                        text -> {
                            IpAddress address = IpAddress.of(text);
                            if (!address.isMulticast()) {
                                throw new IllegalArgumentException(
                                        text + " is not a multicast address (224.0.0.0/4)");
                            }
                            return address;
                        });
    }

    private static IpAddress ipv4(IpAddress address) {
        if (address.family() != IpAddress.Family.IPV4) {
            throw new IllegalArgumentException(address + " is not an IPv4 address");
        }
        return address;
    }

    static ArgumentType<Long> delay() {
        return seconds("0", DELAY_SECONDS_MAX);
    }

    static ArgumentType<Integer> count() {
        return integer(0, Integer.MAX_VALUE);
    }

    /** A number of which 0 has always meant 1. */
    static ArgumentType<Integer> atLeastOne() {
        return count().map(n -> Math.max(1, n));
    }
}
