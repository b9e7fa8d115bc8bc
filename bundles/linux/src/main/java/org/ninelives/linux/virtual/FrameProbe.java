package org.ninelives.linux.virtual;

import static org.ninelives.linux.libc.Constants.AF_PACKET;
import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_ATTACH_FILTER;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;

/** Sends a frame by a virtual interface and looks whether it leaves by the parent. */
final class FrameProbe {

    /** For experiments within one network (IEEE 802, Local Experimental EtherType 1). */
    private static final int ETHERTYPE = 0x88b5;

    private static final int ETHERTYPE_AT = 12;

    /** The shortest frame without its checksum. */
    private static final int FRAME_BYTES = 60;

    private static final int ETH_P_ALL = 3;

    /** struct sockaddr_ll of linux/if_packet.h. */
    private static final int SOCKADDR_LL = 20;

    private static final int SOCKADDR_LL_PROTOCOL = 2;
    private static final int SOCKADDR_LL_LINK = 4;

    /** struct sock_filter and struct sock_fprog of linux/filter.h. */
    private static final int INSTRUCTION_BYTES = 8;

    private static final int PROGRAM_BYTES = 16;
    private static final int PROGRAM_POINTER = 8;
    private static final int BPF_LD_H_ABS = 0x28;
    private static final int BPF_JEQ = 0x15;
    private static final int BPF_RET = 0x06;

    private FrameProbe() {}

    /**
     * Does both. The frame goes to the parent's own address, so that no switch passes it on.
     *
     * @return whether the frame was seen on the parent, from that Ethernet address
     */
    static boolean seen(Link link, Link parent, MacAddress mac) throws SystemException {
        String name = "socket(AF_PACKET, SOCK_RAW, 0)";
        try (Socket parentSide = Socket.open(AF_PACKET, SOCK_RAW, 0, name, "CAP_NET_RAW");
                Socket linkSide = Socket.open(AF_PACKET, SOCK_RAW, 0, name, "CAP_NET_RAW")) {
            acceptOnlyProbes(parentSide);
            parentSide.bind(address(parent, ETH_P_ALL), "bind to " + parent.name());
            linkSide.bind(address(link, 0), "bind to " + link.name());
            NativeBuffer frame = frame(parent.mac(), mac);
            if (Libc.send(linkSide.fd(), frame.address(), FRAME_BYTES, 0) < 0) {
                throw new SystemException("send on " + link.name(), Errno.name(Errno.last()), "");
            }
            return isFirst(parentSide, frame);
        }
    }

    private static NativeBuffer frame(MacAddress to, MacAddress from) {
        NativeBuffer frame = NativeBuffer.allocate(FRAME_BYTES);
        ByteBuffer bytes = frame.bytes().order(ByteOrder.BIG_ENDIAN);
        bytes.putShort(0, (short) (to.bits() >>> 32)).putInt(2, (int) to.bits());
        bytes.putShort(6, (short) (from.bits() >>> 32)).putInt(8, (int) from.bits());
        bytes.putShort(ETHERTYPE_AT, (short) ETHERTYPE);
        return frame;
    }

    /** A frame passes the parent while it is sent, so it is there by now or will not come. */
    private static boolean isFirst(Socket socket, NativeBuffer sent) {
        NativeBuffer received = NativeBuffer.allocate(FRAME_BYTES);
        long length = Libc.recv(socket.fd(), received.address(), FRAME_BYTES, MSG_DONTWAIT);
        return length == FRAME_BYTES && received.bytes().equals(sent.bytes());
    }

    private static NativeBuffer address(Link link, int protocol) {
        NativeBuffer address = NativeBuffer.allocate(SOCKADDR_LL);
        address.bytes().putShort(0, (short) AF_PACKET).putInt(SOCKADDR_LL_LINK, link.index());
        address.bytes().put(SOCKADDR_LL_PROTOCOL + 1, (byte) protocol);
        return address;
    }

    /** So that a busy interface does not fill the socket. */
    private static void acceptOnlyProbes(Socket socket) throws SystemException {
        NativeBuffer code = NativeBuffer.allocate(4 * INSTRUCTION_BYTES);
        instruction(code, 0, BPF_LD_H_ABS, 0, ETHERTYPE_AT);
        instruction(code, 1, BPF_JEQ, 1, ETHERTYPE);
        instruction(code, 2, BPF_RET, 0, FRAME_BYTES);
        instruction(code, 3, BPF_RET, 0, 0);
        NativeBuffer program = NativeBuffer.allocate(PROGRAM_BYTES);
        program.bytes().putShort(0, (short) 4).putLong(PROGRAM_POINTER, code.address());
        socket.set(SOL_SOCKET, SO_ATTACH_FILTER, program, "SO_ATTACH_FILTER");
    }

    /**
     * Writes an instruction.
     *
     * @param otherwise how many instructions to pass over when a comparison fails
     */
    private static void instruction(
            NativeBuffer code, int number, int operation, int otherwise, int operand) {
        int at = number * INSTRUCTION_BYTES;
        code.bytes()
                .putShort(at, (short) operation)
                .put(at + 3, (byte) otherwise)
                .putInt(at + 4, operand);
    }
}
