package org.ninelives.testkit;

import java.nio.ByteBuffer;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.Link;

/** Frames go on the wire of their interface, where nobody listens but the test. */
final class FakeFrameSocket implements FrameSocket {

    private final FakeMachine machine;
    private boolean closed;

    FakeFrameSocket(FakeMachine machine) {
        this.machine = machine;
    }

    @Override
    public void send(int linkIndex, ByteBuffer frame) {
        machine.checkThread();
        if (closed) {
            throw new IllegalStateException("the socket is closed");
        }
        machine.interfaces()
                .find(linkIndex)
                .filter(Link::up)
                .map(link -> link.name().name())
                .ifPresent(
                        link ->
                                machine.done(
                                        new Deed.Frame(
                                                machine.nowNanos(),
                                                link,
                                                FakeAdvertSocket.copy(frame))));
    }

    @Override
    public void close() {
        closed = true;
    }
}
