package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;

/** A raw socket on the wires of a LAN. */
final class FakeAdvertSocket implements AdvertSocket {

    /** Longer packets arrive without their end. */
    private static final int PACKET_BYTES_MAX = 4608;

    private final FakeMachine machine;
    private final FakeLoop loop;
    private final Options options;
    private final Receiver receiver;
    private boolean closed;

    FakeAdvertSocket(FakeMachine machine, FakeLoop loop, Options options, Receiver receiver) {
        this.machine = machine;
        this.loop = loop;
        this.options = options;
        this.receiver = receiver;
    }

    boolean hears(Link link, IpAddress destination, ByteBuffer packet) {
        if (options.sendOnly()
                || destination.family() != options.family()
                || !isOfOurProtocol(packet)) {
            return false;
        }
        boolean here = options.link().isEmpty() || options.link().get().index() == link.index();
        boolean forUs =
                !destination.isMulticast() || options.group().equals(Optional.of(destination));
        return here && forUs;
    }

    private boolean isOfOurProtocol(ByteBuffer packet) {
        int protocol = IpHeader.protocol(packet);
        return options.authenticationHeader()
                ? protocol == AUTHENTICATION_HEADER_PROTOCOL
                        && IpHeader.firstByteOfPayload(packet) == PROTOCOL
                : protocol == PROTOCOL;
    }

    void receive(long nowNanos, ByteBuffer packet) {
        if (!closed) {
            boolean truncated = packet.limit() > PACKET_BYTES_MAX;
            packet.limit(Math.min(packet.limit(), PACKET_BYTES_MAX));
            receiver.received(nowNanos, packet, truncated);
        }
    }

    @Override
    public void send(ByteBuffer packet, IpAddress destination) {
        machine.checkThread();
        if (closed) {
            throw new IllegalStateException("the socket is closed");
        }
        Optional<Link> link = options.link().flatMap(l -> machine.interfaces().find(l.index()));
        if (options.link().isEmpty()) {
            link = machine.interfaces().links().stream().filter(Link::usable).findFirst();
        }
        Optional<String> errno = machine.refusals().advertErrno();
        if (errno.isEmpty() && link.filter(Link::up).isEmpty()) {
            errno = Optional.of("ENETDOWN");
        }
        if (errno.isPresent()) {
            SystemException cause = new SystemException("send to " + destination, errno.get(), "");
            loop.sendFailed(() -> receiver.sendFailed(destination, cause));
            return;
        }
        String linkName = link.orElseThrow().name().name();
        ByteBuffer copy = copy(packet);
        machine.done(new Deed.Advert(machine.nowNanos(), linkName, destination, copy));
        if (link.orElseThrow().running()) {
            machine.lan().carry(machine, linkName, destination, copy);
        }
    }

    /** The bytes from position to limit; the buffer stays as it is. */
    static ByteBuffer copy(ByteBuffer packet) {
        ByteBuffer copy = ByteBuffer.allocate(packet.remaining());
        return copy.put(0, packet, packet.position(), packet.remaining());
    }

    @Override
    public void setReceiveBuffer(OptionalInt bytes) {
        machine.checkThread();
        machine.done(new Deed.ReceiveBufferSet(machine.nowNanos(), bytes));
    }

    @Override
    public void close() {
        closed = true;
        loop.forget(this);
    }
}
