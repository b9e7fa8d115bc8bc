package org.ninelives.linux.nftables;

import static org.ninelives.linux.nftables.Nftables.NFT_META_IIF;
import static org.ninelives.linux.nftables.Nftables.NFT_META_L4PROTO;
import static org.ninelives.linux.nftables.Nftables.NFT_META_OIF;
import static org.ninelives.linux.nftables.Nftables.NFT_PAYLOAD_NETWORK_HEADER;
import static org.ninelives.linux.nftables.Nftables.NFT_PAYLOAD_TRANSPORT_HEADER;
import static org.ninelives.linux.nftables.Nftables.NFT_REG_1;
import static org.ninelives.linux.nftables.Nftables.NFT_REG_2;
import static org.ninelives.linux.nftables.Nftables.NF_ACCEPT;
import static org.ninelives.linux.nftables.Nftables.NF_DROP;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FirewallState;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkWriter;

/**
 * The chains, sets and rules of a table, which stay the same while addresses come and go as
 * elements of its sets.
 *
 * <pre>
 *   chain in     neighbour discovery accept          chain out   group reports: copy by @vmac_map, drop
 *                daddr . iif @vips_link_local drop               neighbour discovery accept
 *                daddr @vips drop                                saddr . oif @vips_link_local drop
 *                                                                saddr @vips drop
 * </pre>
 *
 * <p>Neighbour discovery and {@code vips_link_local} are of IPv6 alone; ARP passes no such chain.
 */
final class TableShape {

    static final String VIPS = "vips";
    static final String VIPS_LINK_LOCAL = "vips_link_local";
    static final String VMAC_MAP = "vmac_map";

    private static final String IN = "in";
    private static final String OUT = "out";

    // What nft(8) knows the types of elements by (datatype.h of nftables); the kernel only keeps
    // it.
    private static final int TYPE_IPADDR = 7;
    private static final int TYPE_IP6ADDR = 8;
    private static final int TYPE_IFINDEX = 20;
    private static final int TYPE_BITS = 6;

    private static final int BYTEORDER_HOST_ENDIAN = 1;

    private static final int LINK_BYTES = Integer.BYTES;

    private static final int PROTOCOL_IGMP = 2;
    private static final int PROTOCOL_ICMPV6 = 58;

    // RFC 792, RFC 2710, RFC 3810, RFC 4861.
    private static final int MLD_REPORT = 131;
    private static final int MLD_DONE = 132;
    private static final int MLD2_REPORT = 143;
    private static final int NEIGHBOR_SOLICITATION = 135;
    private static final int NEIGHBOR_ADVERTISEMENT = 136;

    private final BatchWriter batch;
    private final TableName table;
    private final FirewallState.Options options;
    private final boolean ipv6;
    private int lastSetId;

    TableShape(BatchWriter batch, TableName table, FirewallState.Options options) {
        this.batch = batch;
        this.table = table;
        this.options = options;
        ipv6 = table.family() == IpAddress.Family.IPV6;
    }

    /** Removes the table, whether there is one or not. */
    static void writeRemoval(BatchWriter batch, TableName table) {
        // Removing what is not there would be an error.
        batch.begin(Nftables.NFT_MSG_NEWTABLE, Netlink.NLM_F_CREATE, table, "NFT_MSG_NEWTABLE")
                .end();
        batch.begin(Nftables.NFT_MSG_DELTABLE, 0, table, "NFT_MSG_DELTABLE").end();
    }

    /** Makes the table without any elements. */
    void write(boolean withRelays) {
        batch.begin(Nftables.NFT_MSG_NEWTABLE, Netlink.NLM_F_CREATE, table, "NFT_MSG_NEWTABLE")
                .end();
        writeChain(IN, Nftables.NF_INET_LOCAL_IN);
        writeChain(OUT, Nftables.NF_INET_LOCAL_OUT);
        int addressType = ipv6 ? TYPE_IP6ADDR : TYPE_IPADDR;
        int addressBytes = table.family().bytes();
        beginSet(VIPS, addressType, addressBytes, 0).end();
        if (ipv6) {
            int type = addressType << TYPE_BITS | TYPE_IFINDEX;
            beginSet(VIPS_LINK_LOCAL, type, addressBytes + LINK_BYTES, 0).end();
        }
        if (withRelays) {
            writeRelays();
        }
        if (ipv6) {
            writeNeighborDiscovery(IN);
            writeNeighborDiscovery(OUT);
        }
        writeDrop(IN, ipv6 ? 24 : 16, NFT_META_IIF);
        writeDrop(OUT, ipv6 ? 8 : 12, NFT_META_OIF);
    }

    private void writeChain(String name, int hook) {
        NetlinkWriter writer =
                batch.begin(
                        Nftables.NFT_MSG_NEWCHAIN, Netlink.NLM_F_CREATE, table, "chain " + name);
        writer.attributeText(Nftables.NFTA_CHAIN_NAME, name);
        int nested = writer.beginNested(Nftables.NFTA_CHAIN_HOOK);
        batch.number(Nftables.NFTA_HOOK_HOOKNUM, hook);
        batch.number(Nftables.NFTA_HOOK_PRIORITY, options.priority());
        writer.endNested(nested).attributeText(Nftables.NFTA_CHAIN_TYPE, "filter").end();
    }

    private NetlinkWriter beginSet(String name, int keyType, int keyBytes, int flags) {
        NetlinkWriter writer =
                batch.begin(Nftables.NFT_MSG_NEWSET, Netlink.NLM_F_CREATE, table, "set " + name);
        writer.attributeText(Nftables.NFTA_SET_NAME, name);
        lastSetId++;
        batch.number(Nftables.NFTA_SET_FLAGS, flags);
        batch.number(Nftables.NFTA_SET_KEY_TYPE, keyType);
        batch.number(Nftables.NFTA_SET_KEY_LEN, keyBytes);
        batch.number(Nftables.NFTA_SET_ID, lastSetId);
        return writer;
    }

    private void writeRelays() {
        NetlinkWriter map = beginSet(VMAC_MAP, TYPE_IFINDEX, LINK_BYTES, Nftables.NFT_SET_MAP);
        batch.number(Nftables.NFTA_SET_DATA_TYPE, TYPE_IFINDEX);
        batch.number(Nftables.NFTA_SET_DATA_LEN, LINK_BYTES);
        map.attribute(Nftables.NFTA_SET_USERDATA, numbersOfThisMachine()).end();
        if (ipv6) {
            writeRelay(icmpv6(OUT, MLD_REPORT, MLD_DONE));
            writeRelay(icmpv6(OUT, MLD2_REPORT, MLD2_REPORT));
        } else {
            writeRelay(
                    rule(OUT)
                            .meta(NFT_META_L4PROTO, NFT_REG_1)
                            .between(PROTOCOL_IGMP, PROTOCOL_IGMP, NFT_REG_1));
        }
    }

    /**
     * Lets nft(8) read keys and data in the byte order of the machine: type, length and value of
     * NFTNL_UDATA_SET_KEYBYTEORDER and NFTNL_UDATA_SET_DATABYTEORDER (udata.h of libnftnl).
     */
    private static byte[] numbersOfThisMachine() {
        ByteBuffer userData = ByteBuffer.allocate(2 * (2 + Integer.BYTES));
        userData.order(ByteOrder.nativeOrder());
        for (byte type = 0; type < 2; type++) {
            userData.put(type).put((byte) Integer.BYTES).putInt(BYTEORDER_HOST_ENDIAN);
        }
        return userData.array();
    }

    /** The packet goes to where it would have gone, by the parent. */
    private void writeRelay(RuleWriter rule) {
        rule.load(NFT_PAYLOAD_NETWORK_HEADER, ipv6 ? 24 : 16, table.family().bytes(), NFT_REG_1)
                .meta(NFT_META_OIF, NFT_REG_2)
                .translate(VMAC_MAP, NFT_REG_2)
                .duplicate(NFT_REG_1, NFT_REG_2)
                .end(options.counters(), NF_DROP);
    }

    /** Others could not learn our Ethernet address without it. */
    private void writeNeighborDiscovery(String chain) {
        icmpv6(chain, NEIGHBOR_SOLICITATION, NEIGHBOR_ADVERTISEMENT)
                .end(options.counters(), NF_ACCEPT);
    }

    private RuleWriter icmpv6(String chain, int lowType, int highType) {
        return rule(chain)
                .meta(NFT_META_L4PROTO, NFT_REG_1)
                .between(PROTOCOL_ICMPV6, PROTOCOL_ICMPV6, NFT_REG_1)
                .load(NFT_PAYLOAD_TRANSPORT_HEADER, 0, 1, NFT_REG_1)
                .between(lowType, highType, NFT_REG_1);
    }

    private void writeDrop(String chain, int addressOffset, int linkKey) {
        int bytes = table.family().bytes();
        if (ipv6) {
            rule(chain)
                    .load(NFT_PAYLOAD_NETWORK_HEADER, addressOffset, bytes, NFT_REG_1)
                    .meta(linkKey, NFT_REG_2)
                    .isIn(VIPS_LINK_LOCAL, NFT_REG_1)
                    .end(options.counters(), NF_DROP);
        }
        rule(chain)
                .load(NFT_PAYLOAD_NETWORK_HEADER, addressOffset, bytes, NFT_REG_1)
                .isIn(VIPS, NFT_REG_1)
                .end(options.counters(), NF_DROP);
    }

    private RuleWriter rule(String chain) {
        return new RuleWriter(batch, table, chain, "rule in chain " + chain);
    }
}
