package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.oneOf;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.wire.UnicastPeer;

/** The keywords of {@code vrrp_instance}. */
final class InstanceGrammar {

    /** The first state a file may ask for. */
    enum InitialState {
        MASTER,
        BACKUP
    }

    /** The authentication types of RFC 2338 that keepalived kept. */
    enum AuthenticationType {
        PASS,
        AH
    }

    static final Keyword<Optional<AuthenticationType>> AUTH_TYPE =
            Keyword.optional(
                    "auth_type", oneOf(AuthenticationType.class), "plain password, or IPsec AH");
    static final Keyword<Optional<String>> AUTH_PASS =
            Keyword.optional("auth_pass", word("a password"), "shared secret, 8 characters count");
    static final Keyword<Values> AUTHENTICATION =
            Keyword.block(
                    "authentication",
                    BlockGrammar.of(AUTH_TYPE, AUTH_PASS),
                    "authentication of version 2 adverts");

    static final Keyword<Optional<InitialState>> STATE =
            Keyword.optional(
                    "state", oneOf(InitialState.class), "first intent; the priority decides");
    static final Keyword<Optional<InterfaceName>> INTERFACE =
            Keyword.optional(
                    "interface",
                    word("an interface name").map(InterfaceName::new),
                    "interface of the adverts and, by default, of the addresses");
    static final Keyword<Optional<Integer>> VIRTUAL_ROUTER_ID =
            Keyword.optional(
                    "virtual_router_id",
                    integer(1, 255),
                    "number of the virtual router on its network");
    static final Keyword<Optional<Integer>> VERSION =
            Keyword.optional("version", integer(2, 3), "version of the protocol");
    static final Keyword<Optional<Integer>> PRIORITY =
            Keyword.optional(
                    "priority", integer(1, 255), "election priority; 255 is the address owner");
    static final Keyword<Long> ADVERT_INT =
            Keyword.value(
                    "advert_int", seconds("0.01", "255"), 1_000_000_000L, "time between adverts");

    static final Keyword<List<Located<VirtualAddress>>> VIRTUAL_IPADDRESS =
            Keyword.entries(
                    "virtual_ipaddress",
                    new AddressEntry(),
                    "addresses the master owns and advertises");
    static final Keyword<List<Located<VirtualAddress>>> VIRTUAL_IPADDRESS_EXCLUDED =
            Keyword.entries(
                    "virtual_ipaddress_excluded",
                    new AddressEntry(),
                    "addresses the master owns and does not advertise");
    static final Keyword<Boolean> NO_VIRTUAL_IPADDRESS =
            flag("no_virtual_ipaddress", "no address is needed");

    static final Keyword<Optional<IpAddress>> MCAST_SRC_IP =
            Keyword.optional("mcast_src_ip", address(), "source of multicast adverts");
    static final Keyword<Optional<IpAddress>> UNICAST_SRC_IP =
            Keyword.optional("unicast_src_ip", address(), "source of unicast adverts");
    static final Keyword<Optional<IpAddress>> MCAST_DST_IP =
            Keyword.optional(
                    "mcast_dst_ip",
                    GlobalGrammar.multicastGroup(),
                    "multicast group of this instance");
    static final Keyword<List<Located<UnicastPeer>>> UNICAST_PEER =
            Keyword.entries(
                    "unicast_peer", new PeerEntry(), "routers that adverts are sent to one by one");
    static final Keyword<Boolean> CHECK_UNICAST_SRC =
            flag("check_unicast_src", "adverts from others than peers are dropped");
    static final Keyword<Integer> UNICAST_TTL =
            Keyword.value("unicast_ttl", integer(1, 255), 255, "TTL of unicast adverts");

    static final Keyword<Boolean> PREEMPT =
            flag("preempt", "a master of lower priority is replaced; the default");
    static final Keyword<Boolean> NOPREEMPT =
            flag("nopreempt", "a master of lower priority is left in place");
    static final Keyword<Long> PREEMPT_DELAY =
            Keyword.value(
                    "preempt_delay",
                    seconds("0", "1000"),
                    0L,
                    "wait before a lower master is replaced");

    static final Keyword<Optional<Integer>> DOWN_TIMER_ADVERTS =
            Keyword.optional(
                    "down_timer_adverts",
                    integer(1, 100),
                    "adverts missed before a backup takes over");
    static final Keyword<Optional<Long>> GARP_MASTER_DELAY =
            Keyword.optional(
                    "garp_master_delay",
                    GlobalGrammar.delay(),
                    "delay of the second burst of gratuitous ARP");
    static final Keyword<Optional<Integer>> GARP_MASTER_REPEAT =
            Keyword.optional(
                    "garp_master_repeat", GlobalGrammar.atLeastOne(), "gratuitous ARPs in a burst");
    static final Keyword<Optional<Long>> GARP_MASTER_REFRESH =
            Keyword.optional(
                    "garp_master_refresh",
                    GlobalGrammar.delay(),
                    "period of refresh bursts while master");
    static final Keyword<Optional<Integer>> GARP_MASTER_REFRESH_REPEAT =
            Keyword.optional(
                    "garp_master_refresh_repeat",
                    GlobalGrammar.atLeastOne(),
                    "gratuitous ARPs in a refresh burst");
    static final Keyword<Optional<Long>> GARP_LOWER_PRIO_DELAY =
            Keyword.optional(
                    "garp_lower_prio_delay",
                    GlobalGrammar.delay(),
                    "second burst after an advert of lower priority");
    static final Keyword<Optional<Integer>> GARP_LOWER_PRIO_REPEAT =
            Keyword.optional(
                    "garp_lower_prio_repeat",
                    GlobalGrammar.count(),
                    "burst after an advert of lower priority");

    static final Keyword<Optional<Boolean>> LOWER_PRIO_NO_ADVERT =
            Keyword.optional(
                    "lower_prio_no_advert", bool(), "an advert of lower priority is not answered");
    static final Keyword<Optional<Boolean>> HIGHER_PRIO_SEND_ADVERT =
            Keyword.optional("higher_prio_send_advert", bool(), "one more advert before yielding");
    static final Keyword<Optional<Boolean>> OWNER_IGNORE_ADVERTS =
            Keyword.optional("owner_ignore_adverts", bool(), "the owner ignores adverts of others");
    static final Keyword<Optional<Boolean>> SKIP_CHECK_ADV_ADDR =
            Keyword.optional(
                    "skip_check_adv_addr",
                    bool(),
                    "the addresses in repeated adverts of one master are not compared");
    static final Keyword<Optional<Boolean>> V3_CHECKSUM_AS_V2 =
            Keyword.optional(
                    "v3_checksum_as_v2",
                    bool(),
                    "version 3 checksum without pseudo header, as RFC 9568 reads");
    static final Keyword<Optional<Integer>> KERNEL_RX_BUF_SIZE =
            Keyword.optional(
                    "kernel_rx_buf_size",
                    integer(1, Integer.MAX_VALUE),
                    "receive buffer of the socket, bytes");

    static final Keyword<List<Block<String>>> VRRP_INSTANCE =
            Keyword.blocks("vrrp_instance", word("a name"), grammar(), "one virtual router");

    private InstanceGrammar() {}

    private static BlockGrammar grammar() {
        List<Keyword<?>> keywords =
                new ArrayList<>(
                        List.of(
                                AUTHENTICATION,
                                STATE,
                                INTERFACE,
                                VIRTUAL_ROUTER_ID,
                                VERSION,
                                PRIORITY,
                                ADVERT_INT,
                                VIRTUAL_IPADDRESS,
                                VIRTUAL_IPADDRESS_EXCLUDED,
                                NO_VIRTUAL_IPADDRESS,
                                MCAST_SRC_IP,
                                UNICAST_SRC_IP,
                                MCAST_DST_IP,
                                UNICAST_PEER,
                                CHECK_UNICAST_SRC,
                                UNICAST_TTL,
                                PREEMPT,
                                NOPREEMPT,
                                PREEMPT_DELAY,
                                DOWN_TIMER_ADVERTS,
                                GARP_MASTER_DELAY,
                                GARP_MASTER_REPEAT,
                                GARP_MASTER_REFRESH,
                                GARP_MASTER_REFRESH_REPEAT,
                                GARP_LOWER_PRIO_DELAY,
                                GARP_LOWER_PRIO_REPEAT,
                                LOWER_PRIO_NO_ADVERT,
                                HIGHER_PRIO_SEND_ADVERT,
                                OWNER_IGNORE_ADVERTS,
                                SKIP_CHECK_ADV_ADDR,
                                V3_CHECKSUM_AS_V2,
                                KERNEL_RX_BUF_SIZE));
        keywords.addAll(LaterKeywords.ofInstance());
        return BlockGrammar.of(keywords);
    }

    private static Keyword<Boolean> flag(String name, String help) {
        return Keyword.value(name, nothing(), false, help);
    }

    private static ArgumentType<IpAddress> address() {
        return word("an IP address").map(IpAddress::of);
    }
}
