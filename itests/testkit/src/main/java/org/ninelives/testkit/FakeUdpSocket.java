package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.UdpSocket;

/** A UDP socket on the wires of a LAN, which has no routers. */
final class FakeUdpSocket implements UdpSocket {

    /** Longer packets arrive without their end. */
    private static final int PAYLOAD_BYTES_MAX = 512;

    private final FakeMachine machine;
    private final FakeLoop loop;
    private final Options options;
    private final Receiver receiver;
    private final int port;
    private final Queue<FakeDatagram> unread = new ArrayDeque<>();
    private boolean closed;

    FakeUdpSocket(FakeMachine machine, FakeLoop loop, Options options, Receiver receiver)
            throws SystemException {
        this.machine = machine;
        this.loop = loop;
        this.options = options;
        this.receiver = receiver;
        port = firstFree();
    }

    private int firstFree() throws SystemException {
        for (int candidate = options.ports().first();
                candidate <= options.ports().last();
                candidate++) {
            if (!machine.hasPort(options, candidate)) {
                return candidate;
            }
        }
        throw new SystemException(
                "bind to port " + options.ports().last(),
                "EADDRINUSE",
                "another program has it; ss -ulnp tells which");
    }

    boolean occupies(Options wanted, int wantedPort) {
        boolean sameAddress =
                options.local().isEmpty()
                        || wanted.local().isEmpty()
                        || options.local().equals(wanted.local());
        return port == wantedPort && options.family() == wanted.family() && sameAddress;
    }

    boolean hears(FakeDatagram datagram, int destinationPort) {
        return port == destinationPort
                && options.family() == datagram.destination().family()
                && options.local().filter(own -> !datagram.isTo(own)).isEmpty();
    }

    void arrive(FakeDatagram datagram) {
        unread.add(datagram);
    }

    void read() {
        if (!machine.refusals().datagramsWait()) {
            catchUp(machine.nowNanos());
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void send(ByteBuffer payload, IpAddress destination, int destinationPort) {
        machine.checkThread();
        if (closed) {
            throw new IllegalStateException("the socket is closed");
        }
        Optional<InterfaceAddress> way = machine.interfaces().towards(destination);
        if (way.isEmpty()) {
            fail(destination, "ENETUNREACH");
        } else if (options.local().filter(own -> !machine.owns(own)).isPresent()) {
            fail(destination, "EINVAL");
        } else {
            send(payload, destination, destinationPort, way.get());
        }
    }

    private void fail(IpAddress destination, String errno) {
        SystemException cause = new SystemException("send to " + destination, errno, "");
        loop.sendFailed(() -> receiver.sendFailed(destination, cause));
    }

    private void send(
            ByteBuffer payload, IpAddress destination, int destinationPort, InterfaceAddress way) {
        String link = machine.interfaces().find(way.linkIndex()).orElseThrow().name().name();
        ByteBuffer copy = FakeAdvertSocket.copy(payload);
        machine.done(
                new Deed.Datagram(
                        machine.nowNanos(),
                        link,
                        port,
                        destination,
                        destinationPort,
                        options.hopLimit(),
                        copy));
        boolean truncated = copy.limit() > PAYLOAD_BYTES_MAX;
        FakeDatagram datagram =
                new FakeDatagram(
                        options.local().orElse(way.prefix().address()),
                        destination,
                        options.hopLimit(),
                        copy.slice(0, Math.min(copy.limit(), PAYLOAD_BYTES_MAX)),
                        truncated);
        if (machine.owns(destination)) {
            machine.arrive(datagram, destinationPort);
        } else {
            machine.lan().carry(machine, link, datagram, destinationPort);
        }
    }

    @Override
    public void catchUp(long nowNanos) {
        while (!closed && !unread.isEmpty()) {
            receiver.received(nowNanos, unread.remove());
        }
    }

    @Override
    public void close() {
        closed = true;
        loop.forget(this);
    }
}
