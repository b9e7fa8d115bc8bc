package org.ninelives.bfd.engine;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Datagram;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.UdpSocket;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.bfd.core.ControlPacket;
import org.ninelives.bfd.settings.InstanceSettings;
import org.ninelives.bfd.wire.ControlPacketCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the packets of one session, from a port of its own (RFC 5881 section 4). */
final class Mouth implements UdpSocket.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Mouth.class);

    /** RFC 5881 section 4, less the one port that {@link PortRange} knows not. */
    private static final PortRange PORTS = new PortRange(49_152, 65_534);

    private final InstanceSettings settings;
    private final WatchLoop loop;
    private final Counters counters;
    private final ByteBuffer bytes = ByteBuffer.allocate(ControlPacketCodec.LENGTH);
    private final Patience patience = new Patience();
    private Optional<UdpSocket> socket = Optional.empty();

    Mouth(InstanceSettings settings, WatchLoop loop, Counters counters) {
        this.settings = settings;
        this.loop = loop;
        this.counters = counters;
    }

    void say(ControlPacket packet) {
        if (socket.isEmpty()) {
            open();
        }
        if (socket.isPresent()) {
            ControlPacketCodec.write(packet, bytes);
            socket.get().send(bytes, settings.neighbour(), settings.port());
            counters.sent();
        }
    }

    /** Tried again with each packet: there may be too many open files, which passes. */
    private void open() {
        try {
            socket =
                    Optional.of(
                            loop.openUdpSocket(
                                    new UdpSocket.Options(
                                            settings.neighbour().family(),
                                            settings.source(),
                                            PORTS,
                                            settings.hopLimit(),
                                            OptionalInt.empty()),
                                    this));
        } catch (SystemException e) {
            failed(e);
        }
    }

    private void failed(SystemException cause) {
        counters.sendFailed();
        if (patience.isOver(loop.nowNanos())) {
            LOG.warn("({}) cannot send: {}", settings.name(), cause.getMessage());
        }
    }

    /** The port packets are sent from; 0 while there is none. */
    int port() {
        return socket.map(UdpSocket::port).orElse(0);
    }

    @Override
    public void received(long nowNanos, Datagram datagram) {
        LOG.debug("({}) a packet for port {}, which only sends", settings.name(), port());
    }

    @Override
    public void sendFailed(IpAddress destination, SystemException cause) {
        failed(cause);
    }

    void close() {
        socket.ifPresent(UdpSocket::close);
        socket = Optional.empty();
    }
}
