package org.ninelives.linux.rtnetlink;

import static org.ninelives.linux.libc.Constants.AF_NETLINK;
import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;
import static org.ninelives.linux.libc.Constants.MSG_TRUNC;
import static org.ninelives.linux.libc.Constants.NETLINK_EXT_ACK;
import static org.ninelives.linux.libc.Constants.NETLINK_GET_STRICT_CHK;
import static org.ninelives.linux.libc.Constants.NETLINK_ROUTE;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;
import static org.ninelives.linux.libc.Constants.SOL_NETLINK;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_RCVBUF;
import static org.ninelives.linux.libc.Constants.SO_RCVBUFFORCE;
import static org.ninelives.linux.libc.Constants.SO_SNDBUFFORCE;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.netlink.NetlinkWriter;

/** A socket to netlink, with memory to write requests to and to receive datagrams in. */
public final class NetlinkSocket implements AutoCloseable {

    /** The kernel fills at most 32 KiB per datagram of a dump (netlink_dump in af_netlink.c). */
    private static final int RECEIVE_BYTES = 64 * 1024;

    /** How much can be written between two calls of {@link #send()}. */
    public static final int REQUEST_BYTES = 32 * 1024;

    /** struct sockaddr_nl of linux/netlink.h. */
    private static final int SOCKADDR_NL = 12;

    private static final int SOCKADDR_NL_PORT = 4;

    private static final int SOCKADDR_NL_GROUPS = 8;

    private final Socket socket;
    private final int receiveBufferBytes;
    private final NativeBuffer received = NativeBuffer.allocate(RECEIVE_BYTES);
    private final NativeBuffer sender = NativeBuffer.allocate(SOCKADDR_NL);
    private final NativeBuffer senderLength = NativeBuffer.allocate(Integer.BYTES);
    private final NativeBuffer request = NativeBuffer.allocate(REQUEST_BYTES);
    private final NetlinkWriter writer = new NetlinkWriter(request.bytes());

    /**
     * Opens a socket to rtnetlink.
     *
     * @param groups the multicast groups to hear, RTMGRP_*; 0 for none
     * @param receiveBufferBytes SO_RCVBUF, limited by net.core.rmem_max without CAP_NET_ADMIN
     */
    public NetlinkSocket(int groups, int receiveBufferBytes) throws SystemException {
        this(NETLINK_ROUTE, "NETLINK_ROUTE", "CAP_NET_ADMIN", groups, receiveBufferBytes);
    }

    /**
     * Opens a socket to another protocol of netlink.
     *
     * @param protocol its number
     * @param protocolName its name, for messages
     * @param right what the process needs to open and bind it, for messages
     */
    public NetlinkSocket(
            int protocol, String protocolName, String right, int groups, int receiveBufferBytes)
            throws SystemException {
        this.receiveBufferBytes = receiveBufferBytes;
        String name = "socket(AF_NETLINK, SOCK_RAW, " + protocolName + ")";
        socket = Socket.open(AF_NETLINK, SOCK_RAW, protocol, name, right);
        try {
            setUsualReceiveBuffer();
            // Before Linux 4.12 errors come without a text.
            socket.trySet(SOL_NETLINK, NETLINK_EXT_ACK, 1);
            NativeBuffer address = NativeBuffer.allocate(SOCKADDR_NL);
            address.bytes().putShort(0, (short) AF_NETLINK).putInt(SOCKADDR_NL_GROUPS, groups);
            socket.bind(address, "bind");
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    /** As much as may be had of what it was opened with. */
    private void setUsualReceiveBuffer() throws SystemException {
        if (!socket.trySet(SOL_SOCKET, SO_RCVBUFFORCE, receiveBufferBytes)) {
            socket.set(SOL_SOCKET, SO_RCVBUF, receiveBufferBytes, "SO_RCVBUF");
        }
    }

    /**
     * Sets how much the kernel keeps for it.
     *
     * @param wanted the size it was opened with when empty
     * @param forced whether net.core.rmem_max may be exceeded, which needs CAP_NET_ADMIN
     */
    public void setReceiveBuffer(OptionalInt wanted, boolean forced) throws SystemException {
        if (wanted.isEmpty()) {
            setUsualReceiveBuffer();
            return;
        }
        int bytes = wanted.getAsInt();
        if (forced) {
            socket.set(SOL_SOCKET, SO_RCVBUFFORCE, bytes, "SO_RCVBUFFORCE " + bytes);
        } else {
            socket.set(SOL_SOCKET, SO_RCVBUF, bytes, "SO_RCVBUF " + bytes);
        }
    }

    /** The port the kernel gave it, which events caused by its requests carry. */
    public int portId() throws SystemException {
        NativeBuffer address = NativeBuffer.allocate(SOCKADDR_NL);
        socket.name(address, "getsockname");
        return address.bytes().getInt(SOCKADDR_NL_PORT);
    }

    /** Lets the kernel check requests strictly, which makes it list only what a dump asks for. */
    void checkStrictly() {
        // Before Linux 4.20 it lists more.
        socket.trySet(SOL_NETLINK, NETLINK_GET_STRICT_CHK, 1);
    }

    public int fd() {
        return socket.fd();
    }

    /** Where to write requests; cleared. */
    public NetlinkWriter request() {
        return writer.clear();
    }

    /** Lets requests be that long, as far as the process may. */
    public void allowSending(int bytes) {
        socket.trySet(SOL_SOCKET, SO_SNDBUFFORCE, bytes);
    }

    /** Sends what was written; 0, or the error. */
    public int send() {
        return send(request, writer.length());
    }

    /** Sends a request from other memory; 0, or the error. */
    public int send(NativeBuffer bytes, int length) {
        return Libc.send(fd(), bytes.address(), length, 0) < 0 ? Errno.last() : 0;
    }

    /**
     * Receives a datagram.
     *
     * @return 0, or the error: EAGAIN when there is none, ENOBUFS when some were lost, here as well
     *     when one was too long for the memory
     */
    public int receive() {
        long length;
        do {
            length = receiveFromAnyone();
        } while (length < 0 ? Errno.last() == Errno.EINTR : !isFromKernel());
        if (length < 0) {
            return Errno.last();
        }
        if (length > RECEIVE_BYTES) {
            return Errno.ENOBUFS;
        }
        received.bytes().limit((int) length);
        return 0;
    }

    private long receiveFromAnyone() {
        senderLength.bytes().putInt(0, SOCKADDR_NL);
        return Libc.recvfrom(
                fd(),
                received.address(),
                RECEIVE_BYTES,
                MSG_DONTWAIT | MSG_TRUNC,
                sender.address(),
                senderLength.address());
    }

    /** A process can send to this socket too, and could tell of interfaces that do not exist. */
    private boolean isFromKernel() {
        return sender.bytes().getInt(SOCKADDR_NL_PORT) == 0;
    }

    /** The datagram received last; valid until the next one. */
    public ByteBuffer datagram() {
        return received.bytes();
    }

    @Override
    public void close() {
        socket.close();
    }
}
