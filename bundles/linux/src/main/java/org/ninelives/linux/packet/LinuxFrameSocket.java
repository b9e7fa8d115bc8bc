package org.ninelives.linux.packet;

import static org.ninelives.linux.libc.Constants.AF_PACKET;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A packet socket that only sends: its protocol is 0, so it hears nothing (packet(7)). */
public final class LinuxFrameSocket implements FrameSocket, LoopSocket, Sender {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxFrameSocket.class);

    /** struct sockaddr_ll of linux/if_packet.h. */
    private static final int SOCKADDR_LL = 20;

    private static final int SOCKADDR_LL_PROTOCOL = 2;
    private static final int SOCKADDR_LL_LINK = 4;

    /** Where an Ethernet frame says what it carries. */
    private static final int ETHERTYPE = 12;

    private static final int ETHERNET_HEADER = 14;

    private final Socket socket;
    private final Outbox outbox;
    private boolean closed;

    public LinuxFrameSocket(Outbox outbox) throws SystemException {
        this.outbox = outbox;
        socket =
                Socket.open(
                        AF_PACKET, SOCK_RAW, 0, "socket(AF_PACKET, SOCK_RAW, 0)", "CAP_NET_RAW");
    }

    @Override
    public void send(int linkIndex, ByteBuffer frame) {
        if (closed) {
            throw new IllegalStateException("the socket is closed");
        }
        if (frame.remaining() < ETHERNET_HEADER) {
            throw new IllegalArgumentException("a frame begins with 14 bytes of Ethernet header");
        }
        int i = outbox.queue(this, socket.fd(), 0, frame, null, SOCKADDR_LL);
        int at = outbox.messages().addressAt(i);
        ByteBuffer bytes = outbox.messages().bytes();
        bytes.putShort(at, (short) AF_PACKET).putInt(at + SOCKADDR_LL_LINK, linkIndex);
        int type = frame.position() + ETHERTYPE;
        bytes.put(at + SOCKADDR_LL_PROTOCOL, frame.get(type));
        bytes.put(at + SOCKADDR_LL_PROTOCOL + 1, frame.get(type + 1));
    }

    @Override
    public void refused(IpAddress destination, int errno) {
        LOG.warn("a frame could not be sent: {}", Errno.name(errno));
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** Lets what is queued leave first. */
    @Override
    public void close() {
        if (!closed) {
            outbox.flush();
            closed = true;
            socket.close();
        }
    }
}
