package org.ninelives.linux.nftables;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.safeguard.Undo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our table of one address family: what it shall hold, and the batches that make it so. */
final class OwnTable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnTable.class);

    /** What all but the elements takes in a batch, with names of greatest length. */
    private static final int SHAPE_BYTES = 24 * 1024;

    /** What it takes to remove a table with a name of greatest length. */
    private static final int REMOVAL_BYTES = 1024;

    private final IpAddress.Family family;
    private final Safeguard safeguard;
    private TableContent applied = TableContent.NONE;
    private boolean relaysRefused;

    OwnTable(IpAddress.Family family, Safeguard safeguard) {
        this.family = family;
        this.safeguard = safeguard;
    }

    /** Its name; the table need not exist. */
    TableName name() {
        return name(applied);
    }

    private TableName name(TableContent content) {
        return new TableName(family, content.options().table());
    }

    boolean exists() {
        return !applied.isEmpty();
    }

    /** Makes the table what it shall be, in one step. */
    void apply(BatchSocket socket, TableContent wanted) throws SystemException {
        TableContent possible = relaysRefused ? wanted.withoutRelays() : wanted;
        if (possible.isEmpty()) {
            if (exists()) {
                remove(socket);
            }
        } else if (!applied.isShapedLike(possible) || !change(socket, possible)) {
            write(socket, possible);
        }
    }

    /** Changes elements; false if the table is not as it was left. */
    private boolean change(BatchSocket socket, TableContent wanted) {
        TableChange change = TableChange.between(applied, wanted);
        if (change.isEmpty()) {
            return true;
        }
        try {
            socket.send(
                    SHAPE_BYTES + TableElements.bytes(change),
                    batch -> new TableElements(batch, name()).write(change));
            applied = wanted;
            return true;
        } catch (SystemException e) {
            LOG.debug("{} is not as it was left: {}", name(), e.getMessage());
            return false;
        }
    }

    /** Puts the table back as it shall be. */
    void restore(BatchSocket socket) throws SystemException {
        write(socket, applied);
    }

    private void write(BatchSocket socket, TableContent wanted) throws SystemException {
        try {
            writeAll(socket, wanted);
        } catch (SystemException e) {
            TableContent less = wanted.withoutRelays();
            if (less.equals(wanted)) {
                throw e;
            }
            writeWithoutRelays(socket, less);
            LOG.warn(
                    "{}: reports of group membership cannot be sent by the parents of virtual"
                            + " interfaces, so switches may learn virtual Ethernet addresses from a"
                            + " backup: {} (load the modules nft_dup_ipv4 and nft_dup_ipv6)",
                    name(),
                    e.getMessage());
        }
    }

    private void writeWithoutRelays(BatchSocket socket, TableContent less) throws SystemException {
        if (less.isEmpty()) {
            remove(socket);
        } else {
            writeAll(socket, less);
        }
        relaysRefused = true;
    }

    private void writeAll(BatchSocket socket, TableContent wanted) throws SystemException {
        TableName name = name(wanted);
        safeguard.put(name, removal(name));
        safeguard.flush();
        try {
            send(socket, name, wanted);
        } catch (SystemException e) {
            if (!exists() || !name().equals(name)) {
                safeguard.drop(name);
            }
            throw e;
        }
        if (!name().equals(name)) {
            safeguard.drop(name());
        }
        applied = wanted;
    }

    private void send(BatchSocket socket, TableName name, TableContent wanted)
            throws SystemException {
        TableChange elements = TableChange.between(TableContent.NONE, wanted);
        socket.send(
                SHAPE_BYTES + TableElements.bytes(elements),
                batch -> {
                    if (exists() && !name().equals(name)) {
                        TableShape.writeRemoval(batch, name());
                    }
                    TableShape.writeRemoval(batch, name);
                    new TableShape(batch, name, wanted.options()).write(!wanted.relays().isEmpty());
                    new TableElements(batch, name).write(elements);
                });
    }

    private static Undo removal(TableName name) {
        BatchWriter batch = new BatchWriter(ByteBuffer.allocate(REMOVAL_BYTES), 0);
        TableShape.writeRemoval(batch, name);
        batch.end();
        return Undo.netfilter(batch.writer());
    }

    /** Removes the table. */
    void remove(BatchSocket socket) throws SystemException {
        socket.send(SHAPE_BYTES, batch -> TableShape.writeRemoval(batch, name()));
        safeguard.drop(name());
        applied = TableContent.NONE;
    }
}
