package org.ninelives.linux.nftables;

import static org.ninelives.linux.nftables.Nftables.NFT_META_L4PROTO;
import static org.ninelives.linux.nftables.Nftables.NFT_PAYLOAD_NETWORK_HEADER;
import static org.ninelives.linux.nftables.Nftables.NFT_PAYLOAD_TRANSPORT_HEADER;
import static org.ninelives.linux.nftables.Nftables.NFT_REG32_01;
import static org.ninelives.linux.nftables.Nftables.NFT_REG_1;
import static org.ninelives.linux.nftables.Nftables.NFT_REG_2;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ninelives.api.ipvs.FwmarkRule;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkWriter;

/**
 * A table that gives marks, with a map and a rule for each protocol there are rules of:
 *
 * <pre>
 *   map tcp_map { type ipv4_addr . inet_service : mark; flags interval; ... }
 *   chain in { type filter hook input ...; meta mark set ip daddr . tcp dport map @tcp_map return }
 * </pre>
 */
final class FwmarkShape {

    /** What all but the elements takes in a batch, with a name of greatest length. */
    private static final int SHAPE_BYTES = 8 * 1024;

    private static final int BYTES_EACH = 80;

    /** What all elements of a message may take is 64 KiB. */
    private static final int PER_MESSAGE = 800;

    private static final String CHAIN = "in";

    // What nft(8) knows the types of keys and data by (datatype.h of nftables).
    private static final int TYPE_IPADDR = 7;
    private static final int TYPE_IP6ADDR = 8;
    private static final int TYPE_INET_SERVICE = 13;
    private static final int TYPE_MARK = 19;
    private static final int TYPE_BITS = 6;

    /** NFTNL_UDATA_SET_DATABYTEORDER of udata.h of libnftnl. */
    private static final byte DATA_BYTE_ORDER = 1;

    private static final int BYTEORDER_HOST_ENDIAN = 1;

    private static final int PORT_MAX = 0xffff;

    private final BatchWriter batch;
    private final TableName table;
    private final boolean ipv6;
    private int lastSetId;

    FwmarkShape(BatchWriter batch, TableName table) {
        this.batch = batch;
        this.table = table;
        ipv6 = table.family() == IpAddress.Family.IPV6;
    }

    /** How long a batch with these can be. */
    static int bytes(List<FwmarkRule> rules) {
        return SHAPE_BYTES + rules.size() * BYTES_EACH;
    }

    /**
     * Makes the table.
     *
     * @param rules of the family of the table
     */
    void write(List<FwmarkRule> rules, int priority) {
        batch.begin(Nftables.NFT_MSG_NEWTABLE, Netlink.NLM_F_CREATE, table, "NFT_MSG_NEWTABLE")
                .end();
        writeChain(priority);
        Map<TransportProtocol, List<FwmarkRule>> byProtocol = new LinkedHashMap<>();
        for (FwmarkRule rule : rules) {
            byProtocol.computeIfAbsent(rule.protocol(), each -> new ArrayList<>()).add(rule);
        }
        byProtocol.forEach(
                (protocol, its) -> {
                    String map = protocol.name().toLowerCase(Locale.ROOT) + "_map";
                    writeMap(map);
                    writeRule(protocol, map);
                    for (int first = 0; first < its.size(); first += PER_MESSAGE) {
                        int end = Math.min(its.size(), first + PER_MESSAGE);
                        writeElements(map, its.subList(first, end));
                    }
                });
    }

    private void writeChain(int priority) {
        NetlinkWriter writer =
                batch.begin(
                        Nftables.NFT_MSG_NEWCHAIN, Netlink.NLM_F_CREATE, table, "chain " + CHAIN);
        writer.attributeText(Nftables.NFTA_CHAIN_NAME, CHAIN);
        int nested = writer.beginNested(Nftables.NFTA_CHAIN_HOOK);
        batch.number(Nftables.NFTA_HOOK_HOOKNUM, Nftables.NF_INET_LOCAL_IN);
        batch.number(Nftables.NFTA_HOOK_PRIORITY, priority);
        writer.endNested(nested).attributeText(Nftables.NFTA_CHAIN_TYPE, "filter").end();
    }

    private void writeMap(String name) {
        NetlinkWriter writer =
                batch.begin(Nftables.NFT_MSG_NEWSET, Netlink.NLM_F_CREATE, table, "map " + name);
        writer.attributeText(Nftables.NFTA_SET_NAME, name);
        int flags = Nftables.NFT_SET_MAP | Nftables.NFT_SET_INTERVAL | Nftables.NFT_SET_CONCAT;
        int address = ipv6 ? TYPE_IP6ADDR : TYPE_IPADDR;
        batch.number(Nftables.NFTA_SET_FLAGS, flags);
        batch.number(Nftables.NFTA_SET_KEY_TYPE, address << TYPE_BITS | TYPE_INET_SERVICE);
        batch.number(Nftables.NFTA_SET_KEY_LEN, keyBytes());
        batch.number(Nftables.NFTA_SET_DATA_TYPE, TYPE_MARK);
        batch.number(Nftables.NFTA_SET_DATA_LEN, Integer.BYTES);
        batch.number(Nftables.NFTA_SET_ID, ++lastSetId);
        int description = writer.beginNested(Nftables.NFTA_SET_DESC);
        int fields = writer.beginNested(Nftables.NFTA_SET_DESC_CONCAT);
        writeField(table.family().bytes());
        writeField(Short.BYTES);
        writer.endNested(fields).endNested(description);
        writer.attribute(Nftables.NFTA_SET_USERDATA, marksOfThisMachine()).end();
    }

    private void writeField(int bytes) {
        NetlinkWriter writer = batch.writer();
        int field = writer.beginNested(Nftables.NFTA_LIST_ELEM);
        batch.number(Nftables.NFTA_SET_FIELD_LEN, bytes);
        writer.endNested(field);
    }

    /** Lets nft(8) read marks in the byte order of the machine: type, length and value. */
    private static byte[] marksOfThisMachine() {
        return ByteBuffer.allocate(2 + Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .put(DATA_BYTE_ORDER)
                .put((byte) Integer.BYTES)
                .putInt(BYTEORDER_HOST_ENDIAN)
                .array();
    }

    private void writeRule(TransportProtocol protocol, String map) {
        int number = protocol.number();
        new RuleWriter(batch, table, CHAIN, "rule in chain " + CHAIN)
                .meta(NFT_META_L4PROTO, NFT_REG_1)
                .between(number, number, NFT_REG_1)
                .load(NFT_PAYLOAD_NETWORK_HEADER, ipv6 ? 24 : 16, table.family().bytes(), NFT_REG_1)
                .load(NFT_PAYLOAD_TRANSPORT_HEADER, 2, 2, ipv6 ? NFT_REG_2 : NFT_REG32_01)
                .translate(map, NFT_REG_1)
                .mark(NFT_REG_1)
                .end(false, Nftables.NFT_RETURN);
    }

    private void writeElements(String map, List<FwmarkRule> rules) {
        NetlinkWriter writer =
                batch.begin(
                        Nftables.NFT_MSG_NEWSETELEM,
                        Netlink.NLM_F_CREATE,
                        table,
                        "elements of map " + map);
        writer.attributeText(Nftables.NFTA_SET_ELEM_LIST_SET, map);
        int list = writer.beginNested(Nftables.NFTA_SET_ELEM_LIST_ELEMENTS);
        for (FwmarkRule rule : rules) {
            int element = writer.beginNested(Nftables.NFTA_LIST_ELEM);
            boolean allPorts = rule.port() == 0;
            batch.data(Nftables.NFTA_SET_ELEM_KEY, key(rule.first(), rule.port()));
            batch.data(
                    Nftables.NFTA_SET_ELEM_KEY_END,
                    key(rule.last(), allPorts ? PORT_MAX : rule.port()));
            batch.data(Nftables.NFTA_SET_ELEM_DATA, mark(rule));
            writer.endNested(element);
        }
        writer.endNested(list).end();
    }

    /** As in the registers, each field of which begins at a multiple of four. */
    private byte[] key(IpAddress address, int port) {
        return ByteBuffer.allocate(keyBytes()).put(address.bytes()).putShort((short) port).array();
    }

    private int keyBytes() {
        return table.family().bytes() + Integer.BYTES;
    }

    private static byte[] mark(FwmarkRule rule) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt((int) rule.mark())
                .array();
    }
}
