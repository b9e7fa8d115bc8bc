package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_ATTACH_FILTER;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;

/**
 * A classic BPF program (linux/filter.h), run by the kernel on each packet before anybody is woken
 * for it: looks at fields in turn, and keeps the packet when all are as expected.
 */
final class SocketFilter {

    // linux/bpf_common.h
    private static final int LOAD_BYTE = 0x30;
    private static final int LOAD_WORD = 0x20;
    private static final int LOAD_BYTE_BEHIND_X = 0x50;
    private static final int X_IS_IPV4_HEADER_LENGTH = 0xb1;
    private static final int SKIP_BY_EQUALITY = 0x15;
    private static final int RETURN = 0x06;

    private static final int WHOLE_PACKET = -1;

    /** SKF_NET_OFF: offsets from here count from the IP header, wherever the packet begins. */
    private static final int NETWORK = -0x100000;

    private static final int IPV6_DESTINATION = NETWORK + 24;

    /** The first byte of IPv6 multicast addresses, RFC 4291 section 2.7. */
    private static final int MULTICAST = 0xff;

    /** Load, compare, drop. */
    private static final int INSTRUCTIONS_PER_CHECK = 3;

    /** struct sock_filter. */
    private static final int INSTRUCTION = 8;

    private static final int INSTRUCTIONS_MAX = 32;

    /** struct sock_fprog. */
    private static final int PROGRAM = 16;

    private static final int PROGRAM_INSTRUCTIONS = 8;

    private final NativeBuffer instructions = NativeBuffer.allocate(INSTRUCTIONS_MAX * INSTRUCTION);
    private final NativeBuffer program = NativeBuffer.allocate(PROGRAM);
    private int count;

    /** The byte at this offset must be this. */
    SocketFilter byteIs(int offset, int value) {
        add(LOAD_BYTE, offset);
        return expect(value);
    }

    /**
     * The byte at this offset behind the IPv4 header, with which the packet begins, must be this.
     */
    SocketFilter byteBehindIpv4HeaderIs(int offset, int value) {
        add(X_IS_IPV4_HEADER_LENGTH, 0);
        add(LOAD_BYTE_BEHIND_X, offset);
        return expect(value);
    }

    /** IPv6 multicast must be to this group; without a group there must be none. */
    SocketFilter multicastIsTo(Optional<IpAddress> group) {
        add(LOAD_BYTE, IPV6_DESTINATION);
        if (group.isEmpty()) {
            skipIfEqual(MULTICAST, 0, 1);
            drop();
            return this;
        }
        ByteBuffer words = ByteBuffer.wrap(group.get().bytes());
        int checks = words.limit() / Integer.BYTES;
        skipIfEqual(MULTICAST, 0, checks * INSTRUCTIONS_PER_CHECK);
        for (int at = 0; at < words.limit(); at += Integer.BYTES) {
            add(LOAD_WORD, IPV6_DESTINATION + at);
            expect(words.getInt(at));
        }
        return this;
    }

    private SocketFilter expect(int value) {
        skipIfEqual(value, 1, 0);
        drop();
        return this;
    }

    private void drop() {
        add(RETURN, 0);
    }

    private void add(int code, int operand) {
        put(code, 0, 0, operand);
    }

    private void skipIfEqual(int value, int skippedIfSo, int skippedIfNot) {
        put(SKIP_BY_EQUALITY, skippedIfSo, skippedIfNot, value);
    }

    private void put(int code, int skippedIfSo, int skippedIfNot, int operand) {
        int at = count * INSTRUCTION;
        instructions
                .bytes()
                .putShort(at, (short) code)
                .put(at + 2, (byte) skippedIfSo)
                .put(at + 3, (byte) skippedIfNot)
                .putInt(at + 4, operand);
        count++;
    }

    /** Puts the program on a socket; the kernel makes a copy. */
    void attach(Socket socket) throws SystemException {
        add(RETURN, WHOLE_PACKET);
        program.bytes()
                .putShort(0, (short) count)
                .putLong(PROGRAM_INSTRUCTIONS, instructions.address());
        socket.set(SOL_SOCKET, SO_ATTACH_FILTER, program, "SO_ATTACH_FILTER");
    }
}
