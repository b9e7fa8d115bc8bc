package org.ninelives.linux.nftables;

import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.rtnetlink.NetlinkSocket;

/** Sends batches to nf_tables and hears how they ended. */
final class BatchSocket implements AutoCloseable {

    /** A batch goes in one datagram; that of 20 000 addresses has 640 KiB. */
    private static final int SEND_BUFFER_BYTES = 16 << 20;

    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    private static final String NO_NF_TABLES = "the kernel has no nf_tables: load that module";

    private final NetlinkSocket socket;
    private final int portId;
    private NativeBuffer memory = NativeBuffer.allocate(32 * 1024);
    private int sequence;

    BatchSocket() throws SystemException {
        socket = open();
        try {
            socket.allowSending(SEND_BUFFER_BYTES);
            portId = socket.portId();
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    private static NetlinkSocket open() throws SystemException {
        try {
            return Nftables.socket(0, RECEIVE_BUFFER_BYTES);
        } catch (SystemException e) {
            if (e.errno().equals("EPROTONOSUPPORT")) {
                throw new SystemException("nf_tables", e.errno(), NO_NF_TABLES);
            }
            throw e;
        }
    }

    /** Which events are caused by this socket. */
    int portId() {
        return portId;
    }

    /**
     * Sends a batch.
     *
     * @param bytesMax how long it can be
     * @param content writes what is between its beginning and its end, at least one message
     * @throws SystemException if the kernel took none of it
     */
    void send(int bytesMax, Consumer<BatchWriter> content) throws SystemException {
        if (memory.size() < bytesMax) {
            memory = NativeBuffer.allocate(bytesMax);
        }
        int first = sequence + 1;
        BatchWriter batch = new BatchWriter(memory.bytes(), first);
        content.accept(batch);
        batch.end();
        sequence += batch.messages();
        int error = socket.send(memory, batch.length());
        if (error != 0) {
            throw refusal("nf_tables", error, "");
        }
        readAnswers(batch, first);
    }

    /**
     * The kernel answers while it takes the batch: with all errors, or to the message that asked
     * for an answer.
     */
    private void readAnswers(BatchWriter batch, int first) throws SystemException {
        Optional<NetlinkOutcome> failure = Optional.empty();
        boolean answered = false;
        int error = socket.receive();
        while (error == 0) {
            try {
                NetlinkReader message = new NetlinkReader(socket.datagram());
                while (message.next()) {
                    if (message.type() != Netlink.NLMSG_ERROR || message.sequence() < first) {
                        continue; // An answer to an earlier batch that was given up.
                    }
                    answered = true;
                    NetlinkOutcome outcome = message.outcome();
                    if (outcome.errno() != 0 && failure.isEmpty()) {
                        failure = Optional.of(outcome);
                    }
                }
            } catch (NetlinkFormatException e) {
                throw new SystemException("nf_tables", "EBADMSG", e.getMessage());
            }
            error = socket.receive();
        }
        if (failure.isPresent()) {
            NetlinkOutcome outcome = failure.get();
            throw refusal(batch.name(outcome.sequence()), outcome.errno(), outcome.text());
        }
        if (!answered) {
            throw refusal("nf_tables", error, "");
        }
    }

    private static SystemException refusal(String what, int errno, String text) {
        String name = Errno.name(errno);
        String hint =
                switch (name) {
                    case "EPERM" -> "needs CAP_NET_ADMIN";
                    case "EOPNOTSUPP" -> NO_NF_TABLES;
                    case "EAFNOSUPPORT" -> "the kernel filters no packets of this family";
                    default -> text;
                };
        return new SystemException(what, name, hint);
    }

    @Override
    public void close() {
        socket.close();
    }
}
