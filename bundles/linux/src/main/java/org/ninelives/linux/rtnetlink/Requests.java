package org.ninelives.linux.rtnetlink;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Questions and orders to rtnetlink, each with its answer. The kernel answers at once. */
final class Requests implements AutoCloseable {

    /** A list that is changed while it is told is asked for again; a busy machine has its limit. */
    private static final int ATTEMPTS_MAX = 8;

    /**
     * Orders per system call. If the kernel refuses all of them its answers, at most 1.3 KiB of
     * socket memory each and the orders again, fit in the smallest receive buffer in use, 208 KiB.
     */
    private static final int ORDERS_MAX = 128;

    /** No order is longer, and the memory to write to holds four such. */
    static final int ORDER_BYTES_MAX = 8 * 1024;

    /** The kernel goes on with a list when there is room for the next part of it. */
    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    /** Writes one of several orders. */
    @FunctionalInterface
    interface OrderWriter {
        void write(NetlinkWriter writer, int order, int flags, int sequence);
    }

    /** Reads one message of an answer. */
    @FunctionalInterface
    interface MessageReader {
        void read(NetlinkReader message) throws NetlinkFormatException;
    }

    private final NetlinkSocket socket = new NetlinkSocket(0, RECEIVE_BUFFER_BYTES);
    private int sequence;

    Requests() throws SystemException {
        socket.checkStrictly();
    }

    /** Sets how much of answers the kernel keeps; the usual size when empty. */
    void setAnswerBuffer(OptionalInt bytes, boolean forced) throws SystemException {
        socket.setReceiveBuffer(bytes, forced);
    }

    /** The port that events caused by these requests carry. */
    int portId() throws SystemException {
        return socket.portId();
    }

    /**
     * Gives orders, in their sequence, as many in a system call as fit.
     *
     * @return the refusals by the number of their order
     */
    Map<Integer, NetlinkOutcome> order(int count, OrderWriter order) {
        Map<Integer, NetlinkOutcome> refusals = new TreeMap<>();
        int given = 0;
        while (given < count) {
            given = orderTogether(given, count, order, refusals);
        }
        return refusals;
    }

    /**
     * Only the last order asks for an answer; errors are answered without asking, so silence about
     * the others is success.
     *
     * @return how many of all are given now
     */
    private int orderTogether(
            int first, int count, OrderWriter order, Map<Integer, NetlinkOutcome> refusals) {
        NetlinkWriter writer = socket.request();
        int sequenceOfFirst = sequence + 1;
        int end = first;
        boolean last = false;
        while (!last) {
            last =
                    end == count - 1
                            || end == first + ORDERS_MAX - 1
                            || writer.length() >= ORDER_BYTES_MAX;
            sequence++;
            order.write(writer, end, last ? Netlink.NLM_F_ACK : 0, sequence);
            end++;
        }
        int answered = first;
        int error = socket.send();
        while (error == 0 && answered < end) {
            error = socket.receive();
            if (error == 0) {
                answered = readOutcomes(first - sequenceOfFirst, answered, end, refusals);
            }
        }
        for (int lost = answered; lost < end; lost++) {
            refusals.put(lost, new NetlinkOutcome(0, error, ""));
        }
        return end;
    }

    /** How many of all orders are answered now. */
    private int readOutcomes(
            int orderLessSequence,
            int answeredBefore,
            int end,
            Map<Integer, NetlinkOutcome> refusals) {
        int answered = answeredBefore;
        try {
            NetlinkReader message = new NetlinkReader(socket.datagram());
            while (message.next()) {
                int order = message.sequence() + orderLessSequence;
                if (message.type() != Netlink.NLMSG_ERROR
                        || order < answeredBefore
                        || order >= end) {
                    continue; // An answer to an earlier request that was given up.
                }
                NetlinkOutcome outcome = message.outcome();
                if (outcome.errno() != 0) {
                    refusals.put(order, outcome);
                }
                answered = order + 1;
            }
        } catch (NetlinkFormatException e) {
            throw new IllegalStateException("the kernel's answer is not understood", e);
        }
        return answered;
    }

    /**
     * Asks for one thing.
     *
     * @param what the question in error messages
     * @param question writes it, with the sequence number given
     * @throws SystemException if the kernel refuses
     */
    void ask(String what, ObjIntConsumer<NetlinkWriter> question, MessageReader reader)
            throws SystemException {
        askOnce(what, question, reader, false);
    }

    /**
     * Asks for a list.
     *
     * @param restart called before the list is told; what was told before is void
     */
    void list(
            String what,
            ObjIntConsumer<NetlinkWriter> question,
            Runnable restart,
            MessageReader reader)
            throws SystemException {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            restart.run();
            if (!askOnce(what, question, reader, true)) {
                return;
            }
        }
        throw new SystemException(
                what, "EINTR", "the list changed in each of " + ATTEMPTS_MAX + " attempts");
    }

    /** Whether a list was interrupted. */
    private boolean askOnce(
            String what, ObjIntConsumer<NetlinkWriter> question, MessageReader reader, boolean list)
            throws SystemException {
        sequence++;
        question.accept(socket.request(), sequence);
        check(what, socket.send(), "");
        boolean interrupted = false;
        while (true) {
            check(what, socket.receive(), "");
            try {
                NetlinkReader message = new NetlinkReader(socket.datagram());
                while (message.next()) {
                    if (message.sequence() != sequence) {
                        continue;
                    }
                    interrupted |= message.dumpInterrupted();
                    int type = message.type();
                    if (type == Netlink.NLMSG_DONE || type == Netlink.NLMSG_ERROR) {
                        NetlinkOutcome outcome = message.outcome();
                        check(what, outcome.errno(), outcome.text());
                        return interrupted;
                    }
                    reader.read(message);
                    if (!list) {
                        return false;
                    }
                }
            } catch (NetlinkFormatException e) {
                throw new SystemException(what, "EBADMSG", e.getMessage());
            }
        }
    }

    private static void check(String what, int errno, String text) throws SystemException {
        if (errno != 0) {
            throw new SystemException(what, Errno.name(errno), text);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
