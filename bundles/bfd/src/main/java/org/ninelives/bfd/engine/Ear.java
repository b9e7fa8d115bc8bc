package org.ninelives.bfd.engine;

import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Datagram;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.UdpSocket;
import org.ninelives.api.system.WatchLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the packets of one address family and one port, for all sessions. */
final class Ear implements UdpSocket.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

    /** What hundreds of sessions send during a pause of this process of a few hundred ms. */
    private static final int RECEIVE_BUFFER_BYTES = 4 << 20;

    private static final int HOP_LIMIT = 255;

    /**
     * Which packets.
     *
     * @param multihop whether they come to the port of multihop sessions
     */
    record Place(IpAddress.Family family, int port, boolean multihop) {

        static Place of(RunningSession session) {
            return new Place(
                    session.settings().neighbour().family(),
                    session.settings().port(),
                    session.settings().multihop());
        }
    }

    /** Takes what is heard. */
    interface Hearer {
        void heard(long nowNanos, Place place, Datagram datagram);
    }

    private final Place place;
    private final Hearer hearer;
    private final Patience patience = new Patience();
    private Optional<UdpSocket> socket = Optional.empty();

    Ear(Place place, Hearer hearer) {
        this.place = place;
        this.hearer = hearer;
    }

    Place place() {
        return place;
    }

    /** Begins to hear, unless it does; whether it hears now. */
    boolean open(WatchLoop loop) {
        if (socket.isEmpty()) {
            try {
                PortRange port = new PortRange(place.port(), place.port());
                OptionalInt buffer = OptionalInt.of(RECEIVE_BUFFER_BYTES);
                socket =
                        Optional.of(
                                loop.openUdpSocket(
                                        new UdpSocket.Options(
                                                place.family(),
                                                Optional.empty(),
                                                port,
                                                HOP_LIMIT,
                                                buffer),
                                        this));
            } catch (SystemException e) {
                if (patience.isOver(loop.nowNanos())) {
                    LOG.error(
                            "No BFD packet can be heard over {}, sessions stay down: {}",
                            place.family().label(),
                            e.getMessage());
                }
            }
        }
        return socket.isPresent();
    }

    /** Hands over all that has come until now. */
    void catchUp(long nowNanos) {
        if (socket.isPresent()) {
            socket.get().catchUp(nowNanos);
        }
    }

    @Override
    public void received(long nowNanos, Datagram datagram) {
        hearer.heard(nowNanos, place, datagram);
    }

    @Override
    public void sendFailed(IpAddress destination, SystemException cause) {
        throw new IllegalStateException("an ear sends nothing");
    }

    void close() {
        socket.ifPresent(UdpSocket::close);
        socket = Optional.empty();
    }
}
