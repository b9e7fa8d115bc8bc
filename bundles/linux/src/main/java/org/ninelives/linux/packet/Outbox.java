package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;

/**
 * What is queued to leave. Packets that follow each other out of the same socket leave in one
 * system call; a packet of another socket lets the queued ones leave first, so that the order of
 * asking is the order on the wire. Allocates nothing as long as the kernel refuses nothing.
 */
public final class Outbox {

    /** A burst of gratuitous ARP for a few dozen addresses fits in one call. */
    private static final int BATCH = 64;

    private record Refusal(Sender sender, IpAddress destination, int errno) {}

    private final MessageArray messages = new MessageArray(BATCH);
    private final IpAddress[] destinations = new IpAddress[BATCH];
    private final List<Refusal> refusals = new ArrayList<>();
    private Sender sender;
    private int fd;
    private int flags;
    private int queued;

    /**
     * Queues a packet, whose address the caller then writes to {@link MessageArray#addressAt} of
     * the message whose number this returns.
     */
    int queue(
            Sender from,
            int socket,
            int sendFlags,
            ByteBuffer packet,
            IpAddress destination,
            int addressLength) {
        if (packet.remaining() > MessageArray.PACKET_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a packet of %d bytes is longer than %d"
                            .formatted(packet.remaining(), MessageArray.PACKET_BYTES_MAX));
        }
        if (queued == BATCH || (queued > 0 && (socket != fd || sendFlags != flags))) {
            flush();
        }
        sender = from;
        fd = socket;
        flags = sendFlags;
        destinations[queued] = destination;
        messages.set(queued, packet, addressLength);
        return queued++;
    }

    MessageArray messages() {
        return messages;
    }

    /** Lets everything queued leave, in order. */
    public void flush() {
        int count = queued;
        for (int next = 0; next < count; ) {
            int sent =
                    Libc.sendmmsg(fd, messages.address(next), count - next, flags | MSG_DONTWAIT);
            if (sent > 0) {
                next += sent;
            } else if (Errno.last() != Errno.EINTR) {
                // The error is that of the first packet; those behind it are tried on their own.
                refusals.add(new Refusal(sender, destinations[next], Errno.last()));
                next++;
            }
        }
        queued = 0;
        if (!refusals.isEmpty()) {
            tellRefusals();
        }
    }

    /** Told when the queue is empty again, as those told may queue more. */
    private void tellRefusals() {
        List<Refusal> told = List.copyOf(refusals);
        refusals.clear();
        told.forEach(r -> r.sender().refused(r.destination(), r.errno()));
    }
}
