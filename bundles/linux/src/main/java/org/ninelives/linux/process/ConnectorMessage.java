package org.ninelives.linux.process;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** One message of the process connector: an event, the answer to a request, or neither. */
final class ConnectorMessage {

    private final ByteBuffer bytes;

    private ConnectorMessage(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Writes the request to be told of processes from now on, or no longer. */
    static void writeRequest(NetlinkWriter writer, int operation, int mark) {
        writer.begin(Netlink.NLMSG_DONE, 0, 0)
                .putInt(Connector.CN_IDX_PROC)
                .putInt(Connector.CN_VAL_PROC)
                .putInt(0)
                .putInt(mark)
                .putShort(Integer.BYTES)
                .putShort(0)
                .putInt(operation)
                .end();
    }

    /** The message a datagram stands at; empty when it is of another connector. */
    static Optional<ConnectorMessage> read(NetlinkReader message) throws NetlinkFormatException {
        if (message.type() != Netlink.NLMSG_DONE) {
            return Optional.empty();
        }
        ByteBuffer bytes = message.body();
        require(bytes, Connector.MESSAGE_HEADER);
        if (bytes.getInt(0) != Connector.CN_IDX_PROC
                || bytes.getInt(Integer.BYTES) != Connector.CN_VAL_PROC) {
            return Optional.empty();
        }
        require(bytes, Connector.MESSAGE_HEADER + Connector.EVENT_HEADER);
        return Optional.of(new ConnectorMessage(bytes));
    }

    private static void require(ByteBuffer bytes, int length) throws NetlinkFormatException {
        if (bytes.limit() < length) {
            throw new NetlinkFormatException(
                    "a message of " + bytes.limit() + " bytes, shorter than " + length);
        }
    }

    private int what() {
        return bytes.getInt(Connector.MESSAGE_HEADER);
    }

    /**
     * The error with which a request was answered, 0 for none; empty when this is no answer to it.
     *
     * @param mark of the request; the answer has one more
     */
    OptionalInt answerTo(int mark) throws NetlinkFormatException {
        if (what() != Connector.PROC_EVENT_NONE
                || bytes.getInt(Connector.MESSAGE_ACKNOWLEDGEMENT) != mark + 1) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(number(0));
    }

    /** What befell a process; empty when that was a thread, or is not of interest. */
    Optional<ProcessEvent> event() throws NetlinkFormatException {
        return switch (what()) {
            case Connector.PROC_EVENT_FORK ->
                    number(2) == number(3)
                            ? Optional.of(new ProcessEvent.Forked(number(1), number(3)))
                            : Optional.empty();
            // Whichever thread executes a program becomes the first one, and the only one.
            case Connector.PROC_EVENT_EXEC -> Optional.of(new ProcessEvent.Executed(number(1)));
            case Connector.PROC_EVENT_COMM ->
                    number(0) == number(1)
                            ? Optional.of(new ProcessEvent.Renamed(number(1), comm()))
                            : Optional.empty();
            case Connector.PROC_EVENT_EXIT ->
                    number(0) == number(1)
                            ? Optional.of(new ProcessEvent.Exited(number(1)))
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** One of the numbers of which an event is made up: threads, then processes. */
    private int number(int index) throws NetlinkFormatException {
        int position = Connector.MESSAGE_HEADER + Connector.EVENT_HEADER + index * Integer.BYTES;
        require(bytes, position + Integer.BYTES);
        return bytes.getInt(position);
    }

    private String comm() throws NetlinkFormatException {
        int start = Connector.MESSAGE_HEADER + Connector.EVENT_HEADER + 2 * Integer.BYTES;
        require(bytes, start + Connector.COMM_BYTES);
        byte[] comm = new byte[Connector.COMM_BYTES];
        bytes.get(start, comm);
        return ProcText.untilZero(comm);
    }
}
