package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.vrrp.wire.OldChecksum;
import org.ninelives.vrrp.wire.UnicastPeer;

/** The keywords of {@code vrrp_instance} about how adverts travel. */
final class TransportGrammar {

    static final Keyword<Optional<IpAddress>> MCAST_SRC_IP =
            Keyword.optional("mcast_src_ip", NetTypes.address(), "source of multicast adverts");
    static final Keyword<Optional<IpAddress>> UNICAST_SRC_IP =
            Keyword.optional("unicast_src_ip", NetTypes.address(), "source of unicast adverts");
    static final Keyword<Optional<IpAddress>> MCAST_DST_IP =
            Keyword.optional(
                    "mcast_dst_ip", NetTypes.multicastGroup(), "multicast group of this instance");
    static final Keyword<List<Located<UnicastPeer>>> UNICAST_PEER =
            Keyword.entries(
                    "unicast_peer", new PeerEntry(), "routers that adverts are sent to one by one");
    static final Keyword<Boolean> UNICAST_FAULT_NO_PEER =
            flag("unicast_fault_no_peer", "without a peer the instance is held in fault");
    static final Keyword<Boolean> CHECK_UNICAST_SRC =
            flag("check_unicast_src", "adverts from others than peers are dropped");
    static final Keyword<Integer> UNICAST_TTL =
            Keyword.value(
                    "unicast_ttl", integer(0, 255), 255, "TTL or hop limit of unicast adverts");
    static final Keyword<OldChecksum> OLD_UNICAST_CHECKSUM =
            Keyword.value(
                    "old_unicast_checksum",
                    orBare(choice(Map.entry("never", OldChecksum.NEVER)), OldChecksum.FORCED),
                    OldChecksum.AUTOMATIC,
                    "version 3 unicast checksum of keepalived up to 1.3.6");
    static final Keyword<Optional<Boolean>> V3_CHECKSUM_AS_V2 =
            Keyword.optional(
                    "v3_checksum_as_v2",
                    bool(),
                    "version 3 checksum without pseudo header, as RFC 9568 reads");
    static final Keyword<Optional<Boolean>> SKIP_CHECK_ADV_ADDR =
            Keyword.optional(
                    "skip_check_adv_addr",
                    bool(),
                    "the addresses in repeated adverts of one master are not compared");
    static final Keyword<Optional<Integer>> KERNEL_RX_BUF_SIZE =
            Keyword.optional(
                    "kernel_rx_buf_size",
                    CommonTypes.bytes(),
                    "receive buffer of the socket, bytes");
    static final Keyword<Optional<InterfaceName>> VRF =
            Keyword.optional(
                    "vrf", NetTypes.interfaceName(), "VRF of an instance without interface");

    static final List<Keyword<?>> KEYWORDS =
            List.of(
                    MCAST_SRC_IP,
                    UNICAST_SRC_IP,
                    MCAST_DST_IP,
                    UNICAST_PEER,
                    UNICAST_FAULT_NO_PEER,
                    CHECK_UNICAST_SRC,
                    UNICAST_TTL,
                    OLD_UNICAST_CHECKSUM,
                    V3_CHECKSUM_AS_V2,
                    SKIP_CHECK_ADV_ADDR,
                    KERNEL_RX_BUF_SIZE,
                    VRF);

    private TransportGrammar() {}
}
