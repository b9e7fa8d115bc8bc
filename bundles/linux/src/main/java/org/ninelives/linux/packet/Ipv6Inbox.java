package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.IPPROTO_IPV6;
import static org.ninelives.linux.libc.Constants.IPV6_HOPLIMIT;
import static org.ninelives.linux.libc.Constants.IPV6_PKTINFO;
import static org.ninelives.linux.libc.Constants.IPV6_TCLASS;
import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;
import static org.ninelives.linux.libc.Constants.MSG_TRUNC;

import java.nio.ByteBuffer;
import org.ninelives.linux.libc.Libc;

/**
 * For raw IPv6 sockets, which hand over what is behind the header, and the header's fields as
 * ancillary data (RFC 3542 section 6): puts the header of RFC 8200 section 3 in front again.
 */
final class Ipv6Inbox implements Inbox {

    private static final int BATCH = 64;

    static final int HEADER = 40;
    private static final int VERSION = 6 << 28;
    private static final int TRAFFIC_CLASS_SHIFT = 20;
    private static final int PAYLOAD_LENGTH = 4;
    private static final int NEXT_HEADER = 6;
    private static final int HOP_LIMIT = 7;
    private static final int SOURCE = 8;
    private static final int DESTINATION = 24;
    private static final int ADDRESS_BYTES = 16;

    /** struct sockaddr_in6 of linux/in6.h. */
    private static final int SOCKADDR_IN6_ADDRESS = 8;

    /** in6_pktinfo takes 20 bytes, hop limit and traffic class an int each, all with headers. */
    private static final int CONTROL = 128;

    private final MessageArray messages =
            new MessageArray(BATCH, HEADER, CONTROL, MessageArray.PACKET_BYTES_MAX);

    /** How many messages hold the lengths of the packets received last. */
    private int received;

    Ipv6Inbox() {
        expectDetails(BATCH);
    }

    /** The kernel overwrites the lengths of what it fills. */
    private void expectDetails(int count) {
        for (int i = 0; i < count; i++) {
            messages.expectDetails(i);
        }
    }

    @Override
    public int receive(int fd, int max, int protocol) {
        expectDetails(received);
        received = 0;
        int count = Libc.recvmmsg(fd, messages.address(0), Math.min(max, BATCH), MSG_DONTWAIT, 0);
        for (int i = 0; i < count; i++) {
            writeHeader(i, protocol);
        }
        received = Math.max(0, count);
        return count;
    }

    private void writeHeader(int i, int protocol) {
        ByteBuffer packet = messages.packet(i);
        ByteBuffer bytes = messages.bytes();
        packet.putInt(0, VERSION)
                .putShort(PAYLOAD_LENGTH, (short) messages.receivedLength(i))
                .put(NEXT_HEADER, (byte) protocol)
                .put(HOP_LIMIT, (byte) 0);
        packet.put(SOURCE, bytes, messages.addressAt(i) + SOCKADDR_IN6_ADDRESS, ADDRESS_BYTES);
        int end = messages.controlEnd(i);
        for (int at = messages.controlAt(i);
                ControlMessage.isWithin(at, end);
                at = ControlMessage.next(bytes, at)) {
            if (ControlMessage.level(bytes, at) == IPPROTO_IPV6) {
                writeField(packet, bytes, ControlMessage.type(bytes, at), ControlMessage.data(at));
            }
        }
    }

    private static void writeField(ByteBuffer packet, ByteBuffer bytes, int type, int at) {
        switch (type) {
            case IPV6_PKTINFO -> packet.put(DESTINATION, bytes, at, ADDRESS_BYTES);
            case IPV6_HOPLIMIT -> packet.put(HOP_LIMIT, (byte) bytes.getInt(at));
            case IPV6_TCLASS -> packet.putInt(0, VERSION | bytes.getInt(at) << TRAFFIC_CLASS_SHIFT);
            default -> {} // Not asked for.
        }
    }

    @Override
    public ByteBuffer packet(int i) {
        return messages.packet(i).clear().limit(HEADER + messages.receivedLength(i));
    }

    @Override
    public boolean truncated(int i) {
        return (messages.receivedFlags(i) & MSG_TRUNC) != 0;
    }
}
