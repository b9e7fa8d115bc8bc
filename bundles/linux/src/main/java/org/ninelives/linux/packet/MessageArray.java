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

    MessageArray(int count) {
        iovecs = count * HEADER;
        addresses = iovecs + count * IOVEC;
        int payload = addresses + count * ADDRESS;
        memory = NativeBuffer.allocate(payload + count * PACKET_BYTES_MAX);
        packets = new ByteBuffer[count];
        ByteBuffer bytes = memory.bytes();
        for (int i = 0; i < count; i++) {
            int iovec = iovecs + i * IOVEC;
            int packet = payload + i * PACKET_BYTES_MAX;
            bytes.putLong(i * HEADER + HEADER_IOVEC, memory.address() + iovec);
            bytes.putLong(i * HEADER + HEADER_IOVEC_COUNT, 1);
            bytes.putLong(iovec, memory.address() + packet);
            bytes.putLong(iovec + IOVEC_LENGTH, PACKET_BYTES_MAX);
            packets[i] = bytes.slice(packet, PACKET_BYTES_MAX);
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

    int addressAt(int i) {
        return addresses + i * ADDRESS;
    }

    int receivedLength(int i) {
        return Math.min(
                memory.bytes().getInt(i * HEADER + HEADER_RECEIVED_LENGTH), PACKET_BYTES_MAX);
    }

    int receivedFlags(int i) {
        return memory.bytes().getInt(i * HEADER + HEADER_FLAGS);
    }
}
