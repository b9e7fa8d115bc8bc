package org.ninelives.linux.genetlink;

import static org.ninelives.linux.libc.Constants.NETLINK_GENERIC;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.namespace.NetworkNamespace;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.rtnetlink.NetlinkSocket;

/**
 * A socket to one family in one network namespace. The kernel does what it is asked for while it is
 * sent, so nothing here waits for anything else. For one thread at a time.
 */
public final class GenericNetlinkSocket implements AutoCloseable {

    /** How long a request may be, bytes. */
    public static final int REQUEST_MAX = 256;

    private static final int BATCH_MAX = NetlinkSocket.REQUEST_BYTES / REQUEST_MAX;

    /** Has room for the refusals of a whole batch. */
    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    private final NetlinkSocket socket;
    private final String familyName;
    private final int version;
    private int family = Genetlink.GENL_ID_CTRL;
    private int sequence;

    private GenericNetlinkSocket(NetlinkSocket socket, String familyName, int version) {
        this.socket = socket;
        this.familyName = familyName;
        this.version = version;
    }

    /**
     * Opens a socket to a family, which makes the kernel load it if it can.
     *
     * @param networkNamespace name in ip-netns(8) of where to open it; the own one when empty
     * @param familyName its name, such as {@code IPVS}
     * @param version of its messages
     * @return empty if the kernel does not have the family
     * @throws SystemException ENOENT if there is no such namespace
     */
    public static Optional<GenericNetlinkSocket> open(
            Optional<String> networkNamespace, String familyName, int version)
            throws SystemException {
        return NetworkNamespace.in(networkNamespace, () -> open(familyName, version));
    }

    private static Optional<GenericNetlinkSocket> open(String familyName, int version)
            throws SystemException {
        NetlinkSocket netlink =
                new NetlinkSocket(
                        NETLINK_GENERIC,
                        "NETLINK_GENERIC",
                        "CAP_NET_ADMIN",
                        0,
                        RECEIVE_BUFFER_BYTES);
        GenericNetlinkSocket socket = new GenericNetlinkSocket(netlink, familyName, version);
        try {
            boolean exists = socket.resolve();
            if (!exists) {
                netlink.close();
            }
            return exists ? Optional.of(socket) : Optional.empty();
        } catch (SystemException e) {
            netlink.close();
            throw e;
        }
    }

    /** The name of an outcome's error, such as {@code ESRCH}; {@code 0} for success. */
    public static String errorName(NetlinkOutcome outcome) {
        return Errno.name(outcome.errno());
    }

    /** Asks for the family's number; false if there is no such family. */
    private boolean resolve() throws SystemException {
        NetlinkWriter request = begin(Genetlink.CTRL_CMD_GETFAMILY, Genetlink.CTRL_VERSION, 0);
        request.attributeText(Genetlink.CTRL_ATTR_FAMILY_NAME, familyName).end();
        List<OptionalInt> numbers = new ArrayList<>(1);
        NetlinkOutcome outcome = converse(answer -> numbers.add(Genetlink.family(answer)));
        if (outcome.errno() == Errno.ENOENT) {
            return false;
        }
        if (outcome.errno() != 0) {
            throw new SystemException(toString(), errorName(outcome), outcome.text());
        }
        family =
                numbers.stream()
                        .flatMapToInt(OptionalInt::stream)
                        .findFirst()
                        .orElseThrow(() -> new SystemException(toString(), "EBADMSG", "no number"));
        return true;
    }

    private NetlinkWriter begin(int command, int messageVersion, int flags) {
        NetlinkWriter request = socket.request();
        request.begin(family, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK | flags, ++sequence);
        Genetlink.header(request, command, messageVersion);
        return request;
    }

    /**
     * Asks for one thing.
     *
     * @param attributes writes those of the request
     * @return how it ended
     */
    public NetlinkOutcome ask(int command, Consumer<NetlinkWriter> attributes, AnswerReader answers)
            throws SystemException {
        return ask(command, 0, attributes, answers);
    }

    /**
     * Asks for a list of things.
     *
     * @param attributes writes those of the request
     * @return how it ended
     */
    public NetlinkOutcome list(
            int command, Consumer<NetlinkWriter> attributes, AnswerReader answers)
            throws SystemException {
        return ask(command, Netlink.NLM_F_DUMP, attributes, answers);
    }

    private NetlinkOutcome ask(
            int command, int flags, Consumer<NetlinkWriter> attributes, AnswerReader answers)
            throws SystemException {
        NetlinkWriter request = begin(command, version, flags);
        attributes.accept(request);
        request.end();
        return converse(answers);
    }

    /** Sends the one request that was written and reads until its end. */
    private NetlinkOutcome converse(AnswerReader answers) throws SystemException {
        send();
        AtomicReference<NetlinkOutcome> outcome = new AtomicReference<>();
        boolean ended =
                read(
                        message -> {
                            if (message.sequence() != sequence) {
                                return false; // Of an answer that was given up.
                            }
                            switch (message.type()) {
                                case Netlink.NLMSG_ERROR, Netlink.NLMSG_DONE ->
                                        outcome.set(message.outcome());
                                default -> answers.read(message.attributes(Genetlink.HEADER));
                            }
                            return outcome.get() != null;
                        });
        if (!ended) {
            throw new SystemException(toString(), "EAGAIN", "the kernel gave no answer");
        }
        return outcome.get();
    }

    /**
     * Makes requests in this order, many with one call. A refused one stops none of those after it.
     *
     * @param refused told of each that was refused, in order
     * @throws SystemException if the kernel did not answer
     */
    public <T> void execute(
            List<T> requests, RequestWriter<T> writer, BiConsumer<T, NetlinkOutcome> refused)
            throws SystemException {
        for (int from = 0; from < requests.size(); from += BATCH_MAX) {
            int to = Math.min(requests.size(), from + BATCH_MAX);
            executeBatch(requests.subList(from, to), writer, refused);
        }
    }

    private <T> void executeBatch(
            List<T> requests, RequestWriter<T> writer, BiConsumer<T, NetlinkOutcome> refused)
            throws SystemException {
        NetlinkWriter batch = socket.request();
        int first = sequence + 1;
        int last = sequence + requests.size();
        for (T request : requests) {
            // Only what is refused is answered, and the last, so that the end is known.
            int acknowledge = ++sequence == last ? Netlink.NLM_F_ACK : 0;
            batch.begin(family, Netlink.NLM_F_REQUEST | acknowledge, sequence);
            Genetlink.header(batch, writer.command(request), version);
            writer.writeAttributes(request, batch);
            batch.end();
        }
        send();
        // Nor is a request answered that ended with EINTR, as that to stop what has not yet begun.
        read(
                message -> {
                    int index = message.sequence() - first;
                    if (message.type() != Netlink.NLMSG_ERROR
                            || index < 0
                            || index >= requests.size()) {
                        return false; // Of an answer that was given up.
                    }
                    NetlinkOutcome outcome = message.outcome();
                    if (outcome.errno() != 0) {
                        refused.accept(requests.get(index), outcome);
                    }
                    return message.sequence() == last;
                });
    }

    /** Takes a message; answers whether it is the end. */
    private interface MessageReader {
        boolean read(NetlinkReader message) throws NetlinkFormatException;
    }

    /** Reads what has arrived; false if that has no end. */
    private boolean read(MessageReader reader) throws SystemException {
        boolean ended = false;
        while (!ended) {
            int error = socket.receive();
            if (error == Errno.EAGAIN) {
                return false;
            }
            if (error != 0) {
                throw new SystemException(this + ": receive", Errno.name(error), "");
            }
            try {
                NetlinkReader message = new NetlinkReader(socket.datagram());
                while (!ended && message.next()) {
                    ended = reader.read(message);
                }
            } catch (NetlinkFormatException e) {
                throw new SystemException(toString(), "EBADMSG", e.getMessage());
            }
        }
        return true;
    }

    private void send() throws SystemException {
        int error = socket.send();
        if (error != 0) {
            throw new SystemException(this + ": send", Errno.name(error), "");
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    @Override
    public String toString() {
        return "generic netlink family " + familyName;
    }
}
