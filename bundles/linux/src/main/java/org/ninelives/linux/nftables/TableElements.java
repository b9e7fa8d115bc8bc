package org.ninelives.linux.nftables;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.ninelives.api.system.FirewallState;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Elements of the sets of a table. */
final class TableElements {

    /** What all elements of a message may take is 64 KiB, the longest takes 40 bytes. */
    private static final int PER_MESSAGE = 1000;

    private static final int BYTES_EACH = 40;

    private static final int NEW = Nftables.NFT_MSG_NEWSETELEM;
    private static final int DELETE = Nftables.NFT_MSG_DELSETELEM;

    private final BatchWriter batch;
    private final TableName table;

    TableElements(BatchWriter batch, TableName table) {
        this.batch = batch;
        this.table = table;
    }

    /** How many bytes a change needs in a batch at most, besides those of each message. */
    static int bytes(TableChange change) {
        return change.elements() * BYTES_EACH;
    }

    /** Elements that go go first, as one that comes may have the same key. */
    void write(TableChange change) {
        writeAddresses(DELETE, change.oldAddresses());
        writeRelays(DELETE, change.oldRelays());
        writeAddresses(NEW, change.newAddresses());
        writeRelays(NEW, change.newRelays());
    }

    private void writeAddresses(int message, List<FirewallState.Dropped> addresses) {
        write(
                message,
                TableShape.VIPS,
                addresses.stream().filter(dropped -> dropped.linkIndex().isEmpty()).toList(),
                dropped -> key(dropped.address().bytes()));
        write(
                message,
                TableShape.VIPS_LINK_LOCAL,
                addresses.stream().filter(dropped -> dropped.linkIndex().isPresent()).toList(),
                dropped -> key(onLink(dropped)));
    }

    private void writeRelays(int message, List<FirewallState.Relay> relays) {
        write(
                message,
                TableShape.VMAC_MAP,
                relays,
                relay -> {
                    key(link(relay.linkIndex()));
                    if (message == NEW) {
                        batch.data(Nftables.NFTA_SET_ELEM_DATA, link(relay.parentIndex()));
                    }
                });
    }

    private void key(byte[] key) {
        batch.data(Nftables.NFTA_SET_ELEM_KEY, key);
    }

    private <T> void write(int message, String set, List<T> elements, Consumer<T> attributes) {
        for (int first = 0; first < elements.size(); first += PER_MESSAGE) {
            int end = Math.min(elements.size(), first + PER_MESSAGE);
            writeMessage(message, set, elements.subList(first, end), attributes);
        }
    }

    private <T> void writeMessage(
            int message, String set, List<T> elements, Consumer<T> attributes) {
        boolean isNew = message == NEW;
        NetlinkWriter writer =
                batch.begin(
                        message,
                        isNew ? Netlink.NLM_F_CREATE : 0,
                        table,
                        (isNew ? "new" : "old") + " elements of set " + set);
        writer.attributeText(Nftables.NFTA_SET_ELEM_LIST_SET, set);
        int list = writer.beginNested(Nftables.NFTA_SET_ELEM_LIST_ELEMENTS);
        for (T element : elements) {
            int nested = writer.beginNested(Nftables.NFTA_LIST_ELEM);
            attributes.accept(element);
            writer.endNested(nested);
        }
        writer.endNested(list).end();
    }

    private static byte[] onLink(FirewallState.Dropped dropped) {
        byte[] address = dropped.address().bytes();
        return ByteBuffer.allocate(address.length + Integer.BYTES)
                .put(address)
                .put(link(dropped.linkIndex().orElseThrow()))
                .array();
    }

    /** As the kernel loads it into a register: in the order of the machine. */
    private static byte[] link(int index) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(index)
                .array();
    }
}
