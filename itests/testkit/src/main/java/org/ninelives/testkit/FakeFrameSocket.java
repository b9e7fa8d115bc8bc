package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.Link;

/** Frames go on the wire of their interface. */
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
        Optional<Link> link = machine.interfaces().find(linkIndex).filter(Link::up);
        if (link.isEmpty()) {
            return;
        }
        String linkName = link.get().name().name();
        ByteBuffer copy = FakeAdvertSocket.copy(frame);
        machine.done(new Deed.Frame(machine.nowNanos(), linkName, copy));
        if (link.get().running()) {
            machine.lan().carryFrame(machine, linkName, copy);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
