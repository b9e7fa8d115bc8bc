package org.ninelives.linux.packet;

import java.nio.ByteBuffer;
import org.ninelives.linux.libc.NativeBuffer;

/**
 * An array of struct mmsghdr (sys/socket.h), each with one buffer and one address, laid out once as
 * 64-bit Linux has it.
 */
final class MessageArray {

    /** The longest VRRP packet is 255 IPv6 addresses of version 3, 4088 bytes, and its headers. */
    static final int PACKET_BYTES_MAX = 4608;

    private static final int HEADER = 64;
    private static final int HEADER_NAME = 0;
    private static final int HEADER_NAME_LENGTH = 8;
    private static final int HEADER_IOVEC = 16;
    private static final int HEADER_IOVEC_COUNT = 24;
    private static final int HEADER_CONTROL = 32;
    private static final int HEADER_CONTROL_LENGTH = 40;
    private static final int HEADER_FLAGS = 48;
    private static final int HEADER_RECEIVED_LENGTH = 56;
    private static final int IOVEC = 16;
    private static final int IOVEC_LENGTH = 8;

    /** Room for sockaddr_in, sockaddr_in6 and sockaddr_ll. */
    private static final int ADDRESS = 32;

    private final NativeBuffer memory;
    private final ByteBuffer[] packets;
    private final int iovecs;
    private final int addresses;
    private final int controls;
    private final int controlBytes;

    /** An array that holds packets alone. */
    MessageArray(int count) {
        this(count, 0, 0, PACKET_BYTES_MAX);
    }

    /**
     * An array that leaves room in front of what is received, and for what the kernel tells about
     * it.
     *
     * @param headroom bytes of each packet that the kernel leaves alone
     * @param controlBytes room for ancillary data of each packet, a multiple of eight
     * @param packetBytes the longest packet, headroom included
     */
    MessageArray(int count, int headroom, int controlBytes, int packetBytes) {
        this.controlBytes = controlBytes;
        iovecs = count * HEADER;
        addresses = iovecs + count * IOVEC;
        controls = addresses + count * ADDRESS;
        int payload = controls + count * controlBytes;
        memory = NativeBuffer.allocate(payload + count * packetBytes);
        packets = new ByteBuffer[count];
        ByteBuffer bytes = memory.bytes();
        for (int i = 0; i < count; i++) {
            int iovec = iovecs + i * IOVEC;
            int packet = payload + i * packetBytes;
            bytes.putLong(i * HEADER + HEADER_IOVEC, memory.address() + iovec);
            bytes.putLong(i * HEADER + HEADER_IOVEC_COUNT, 1);
            bytes.putLong(iovec, memory.address() + packet + headroom);
            bytes.putLong(iovec + IOVEC_LENGTH, packetBytes - headroom);
            packets[i] = bytes.slice(packet, packetBytes);
        }
    }

    long address(int first) {
        return memory.address() + (long) first * HEADER;
    }

    int count() {
        return packets.length;
    }

    /** The memory of a packet, in network order. */
    ByteBuffer packet(int i) {
        return packets[i];
    }

    /** All of it, in host order; {@link #addressAt} is a position in it. */
    ByteBuffer bytes() {
        return memory.bytes();
    }

    /** Copies a packet in, and makes room for its address. */
    void set(int i, ByteBuffer packet, int addressLength) {
        int length = packet.remaining();
        packets[i].put(0, packet, packet.position(), length);
        ByteBuffer bytes = memory.bytes();
        bytes.putLong(iovecs + i * IOVEC + IOVEC_LENGTH, length);
        bytes.putLong(i * HEADER + HEADER_NAME, memory.address() + addressAt(i));
        bytes.putInt(i * HEADER + HEADER_NAME_LENGTH, addressLength);
    }

    /** Asks for the sender's address and ancillary data of the packet that comes next. */
    void expectDetails(int i) {
        ByteBuffer bytes = memory.bytes();
        bytes.putLong(i * HEADER + HEADER_NAME, memory.address() + addressAt(i));
        bytes.putInt(i * HEADER + HEADER_NAME_LENGTH, ADDRESS);
        bytes.putLong(i * HEADER + HEADER_CONTROL, memory.address() + controlAt(i));
        bytes.putLong(i * HEADER + HEADER_CONTROL_LENGTH, controlBytes);
    }

    int controlAt(int i) {
        return controls + i * controlBytes;
    }

    /** Where the ancillary data of a received packet ends. */
    int controlEnd(int i) {
        return controlAt(i) + (int) memory.bytes().getLong(i * HEADER + HEADER_CONTROL_LENGTH);
    }

    int addressAt(int i) {
        return addresses + i * ADDRESS;
    }

    int receivedLength(int i) {
        return memory.bytes().getInt(i * HEADER + HEADER_RECEIVED_LENGTH);
    }

    int receivedFlags(int i) {
        return memory.bytes().getInt(i * HEADER + HEADER_FLAGS);
    }
}
