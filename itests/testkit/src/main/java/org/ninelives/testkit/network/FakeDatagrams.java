package org.ninelives.testkit.network;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.ninelives.api.system.DatagramConnection;

/** A UDP socket whose peer answers before sending returns, or refuses. */
final class FakeDatagrams implements DatagramConnection {

    private final Optional<Function<byte[], List<byte[]>>> answers;
    private final Runnable whenClosed;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean refused;
    private boolean closed;

    /**
     * A socket.
     *
     * @param answers of the peer to a datagram; empty if nobody has the port
     */
    FakeDatagrams(Optional<Function<byte[], List<byte[]>>> answers, Runnable whenClosed) {
        this.answers = answers;
        this.whenClosed = whenClosed;
    }

    @Override
    public void send(ByteBuffer payload) throws IOException {
        check();
        byte[] sent = new byte[payload.remaining()];
        payload.get(sent);
        answers.ifPresentOrElse(peer -> waiting.addAll(peer.apply(sent)), () -> refused = true);
    }

    @Override
    public int receive(ByteBuffer into, long deadlineNanos) throws IOException {
        check();
        if (waiting.isEmpty()) {
            throw new SocketTimeoutException("timeout");
        }
        byte[] next = waiting.remove();
        into.put(next, 0, Math.min(next.length, into.remaining()));
        return next.length;
    }

    private void check() throws IOException {
        if (closed) {
            throw new SocketException("closed");
        }
        if (refused) {
            refused = false;
            throw new PortUnreachableException("port refused");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            whenClosed.run();
        }
    }
}
