package org.ninelives.linux.connection;

import static org.ninelives.linux.libc.Constants.MSG_TRUNC;
import static org.ninelives.linux.libc.Constants.SOCK_DGRAM;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.linux.libc.Errno;

/** A UDP socket, udp(7), connected, so that the kernel tells of ICMP errors. */
final class LinuxDatagramConnection implements DatagramConnection {

    /** How long to wait for a socket, and for room in its buffer: both come within moments. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final KernelSocket socket;

    private LinuxDatagramConnection(KernelSocket socket) {
        this.socket = socket;
    }

    static LinuxDatagramConnection open(Network network, ConnectTarget target) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        KernelSocket socket = KernelSocket.open(network, target, SOCK_DGRAM, 0, deadline);
        try {
            socket.connect(deadline);
            return new LinuxDatagramConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public void send(ByteBuffer payload) throws IOException {
        if (payload.remaining() > MemoryPool.BYTES) {
            throw Refusals.datagram(socket.target(), Errno.EMSGSIZE);
        }
        socket.send(payload, System.nanoTime() + PATIENCE_NANOS, Refusals::datagram);
    }

    @Override
    public int receive(ByteBuffer into, long deadlineNanos) throws IOException {
        return socket.receive(into, MSG_TRUNC, deadlineNanos, Refusals::datagram);
    }

    @Override
    public void close() {
        socket.close();
    }
}
