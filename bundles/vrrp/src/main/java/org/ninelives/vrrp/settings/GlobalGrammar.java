package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.configuration.ThreadKeywords;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code global_defs} that give virtual routers their defaults. */
final class GlobalGrammar {

    static final Keyword<Integer> VRRP_VERSION =
            Keyword.value(
                    "vrrp_version",
                    integer(2, 3),
                    2,
                    "version of the protocol where an instance names none");
    static final Keyword<IpAddress> VRRP_MCAST_GROUP4 =
            Keyword.value(
                    "vrrp_mcast_group4",
                    CommonTypes.multicastGroup(IpAddress.Family.IPV4),
                    IpAddress.of("224.0.0.18"),
                    "IPv4 multicast group of adverts");
    static final Keyword<IpAddress> VRRP_MCAST_GROUP6 =
            Keyword.value(
                    "vrrp_mcast_group6",
                    CommonTypes.multicastGroup(IpAddress.Family.IPV6),
                    IpAddress.of("ff02::12"),
                    "IPv6 multicast group of adverts");
    static final Keyword<Boolean> VRRP_STRICT =
            Keyword.value("vrrp_strict", bool(), false, "default of strict_mode");
    static final Keyword<Long> GARP_MASTER_DELAY =
            Keyword.value(
                    "vrrp_garp_master_delay",
                    CommonTypes.delay(),
                    5_000_000_000L,
                    "delay of the second burst of gratuitous ARP");
    static final Keyword<Integer> GARP_MASTER_REPEAT =
            Keyword.value(
                    "vrrp_garp_master_repeat",
                    CommonTypes.atLeastOne(),
                    5,
                    "gratuitous ARPs in a burst");
    static final Keyword<Long> GARP_MASTER_REFRESH =
            Keyword.value(
                    "vrrp_garp_master_refresh",
                    CommonTypes.delay(),
                    0L,
                    "period of refresh bursts while master");
    static final Keyword<Integer> GARP_MASTER_REFRESH_REPEAT =
            Keyword.value(
                    "vrrp_garp_master_refresh_repeat",
                    CommonTypes.atLeastOne(),
                    1,
                    "gratuitous ARPs in a refresh burst");
    static final Keyword<Optional<Long>> GARP_LOWER_PRIO_DELAY =
            Keyword.optional(
                    "vrrp_garp_lower_prio_delay",
                    CommonTypes.delay(),
                    "second burst after an advert of lower priority");
    static final Keyword<Optional<Integer>> GARP_LOWER_PRIO_REPEAT =
            Keyword.optional(
                    "vrrp_garp_lower_prio_repeat",
                    CommonTypes.count(),
                    "burst after an advert of lower priority");
    static final Keyword<Boolean> MIN_GARP =
            Keyword.value("vrrp_min_garp", bool(), false, "one gratuitous ARP and no second burst");
    static final Keyword<Long> GARP_INTERVAL =
            Keyword.value(
                    "vrrp_garp_interval",
                    seconds("0", "1000"),
                    0L,
                    "least gap between gratuitous ARPs; 0 is none");
    static final Keyword<Long> GNA_INTERVAL =
            Keyword.value(
                    "vrrp_gna_interval",
                    seconds("0", "1000"),
                    0L,
                    "least gap between unsolicited neighbour advertisements; 0 is none");
    static final Keyword<Optional<ExtraAnnouncements>> GARP_EXTRA_IF =
            Keyword.optional(
                    "vrrp_garp_extra_if",
                    new ExtraAnnouncementsType("1"),
                    "period of further announcements for switches");
    static final Keyword<Optional<ExtraAnnouncements>> VMAC_GARP_INTVL =
            Keyword.optional(
                            "vrrp_vmac_garp_intvl",
                            new ExtraAnnouncementsType("1"),
                            "the same as vrrp_garp_extra_if")
                    .withRemark("is deprecated; write vrrp_garp_extra_if");
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
    static final Keyword<ReceiveBuffer.Policy> RX_BUFS_POLICY =
            Keyword.value(
                    "vrrp_rx_bufs_policy",
                    word("MTU|ADVERT|bytes").map(ReceiveBuffer.Policy::of),
                    new ReceiveBuffer.Policy.Kernel(),
                    "size of receive buffers where an instance names none");
    static final Keyword<Integer> RX_BUFS_MULTIPLIER =
            Keyword.value(
                    "vrrp_rx_bufs_multiplier",
                    integer(1, 1_000_000),
                    3,
                    "how many packets of the policy's size a receive buffer holds");
    static final Keyword<String> VMAC_PREFIX =
            Keyword.value(
                    "vmac_prefix", interfacePrefix(), "vrrp", "beginning of names of macvlans");
    static final Keyword<String> VMAC_ADDR_PREFIX =
            Keyword.value(
                    "vmac_addr_prefix",
                    interfacePrefix(),
                    "vrrp",
                    "beginning of names of macvlans of addresses");
    static final Keyword<Optional<InterfaceName>> DEFAULT_INTERFACE =
            Keyword.optional(
                    "default_interface",
                    NetTypes.interfaceName(),
                    "interface of addresses that name none");
    static final Keyword<Optional<Witness>> VRRP_WITNESS =
            Keyword.optional(
                    "vrrp_witness", new WitnessType(), "default of witness; " + WitnessType.HELP);
    static final Keyword<Long> STARTUP_DELAY =
            Keyword.value(
                    "vrrp_startup_delay",
                    CommonTypes.delay(),
                    0L,
                    "instances keep still until this long after start");

    /** How the kernel treats the thread of virtual routers. */
    static final ThreadKeywords THREAD = new ThreadKeywords("vrrp", "virtual routers");

    /** A name may have one digit, a dot and a VRID behind it. */
    private static final int PREFIX_LENGTH_MAX = 10;

    static final BlockGrammar GRAMMAR = grammar();

    private GlobalGrammar() {}

    private static BlockGrammar grammar() {
        List<Keyword<?>> keywords =
                new ArrayList<>(
                        List.of(
                                VRRP_VERSION,
                                VRRP_MCAST_GROUP4,
                                VRRP_MCAST_GROUP6,
                                VRRP_STRICT,
                                GARP_MASTER_DELAY,
                                GARP_MASTER_REPEAT,
                                GARP_MASTER_REFRESH,
                                GARP_MASTER_REFRESH_REPEAT,
                                GARP_LOWER_PRIO_DELAY,
                                GARP_LOWER_PRIO_REPEAT,
                                MIN_GARP,
                                GARP_INTERVAL,
                                GNA_INTERVAL,
                                GARP_EXTRA_IF,
                                VMAC_GARP_INTVL,
                                DOWN_TIMER_ADVERTS,
                                LOWER_PRIO_NO_ADVERT,
                                HIGHER_PRIO_SEND_ADVERT,
                                OWNER_IGNORE_ADVERTS,
                                SKIP_CHECK_ADV_ADDR,
                                CHECK_UNICAST_SRC,
                                V3_CHECKSUM_AS_V2,
                                RX_BUFS_POLICY,
                                RX_BUFS_MULTIPLIER,
                                VMAC_PREFIX,
                                VMAC_ADDR_PREFIX,
                                DEFAULT_INTERFACE,
                                VRRP_WITNESS,
                                STARTUP_DELAY));
        keywords.addAll(MachineGrammar.KEYWORDS);
        keywords.addAll(ThreadKeywords.OF_ALL_THREADS);
        keywords.addAll(THREAD.keywords());
        keywords.add(NotifyGrammar.VRRP_NOTIFY_PRIORITY_CHANGES);
        keywords.add(NotifyGrammar.VRRP_NOTIFY_INITIAL_BACKUP);
        return BlockGrammar.of(keywords);
    }

    private static ArgumentType<String> interfacePrefix() {
        return word("1.." + PREFIX_LENGTH_MAX + " characters")
                .map(
                        text -> {
                            if (text.length() > PREFIX_LENGTH_MAX) {
                                throw new IllegalArgumentException(
                                        text
                                                + " is longer than "
                                                + PREFIX_LENGTH_MAX
                                                + " characters");
                            }
                            return new InterfaceName(text).name();
                        });
    }
}
