package org.ninelives.snmp.session;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ninelives.snmp.wire.DamagedPacketException;
import org.ninelives.snmp.wire.Octets;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Packet;
import org.ninelives.snmp.wire.PacketDecoder;
import org.ninelives.snmp.wire.PacketEncoder;
import org.ninelives.snmp.wire.Pdu;
import org.ninelives.snmp.wire.VarBind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session with a master. Safe for use by several threads. */
final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** A busy node may need longer than the one second of net-snmp. */
    static final int TIMEOUT_SECONDS = 10;

    /** Of a master that says nothing for so long nothing is expected any more. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    private static final int DUPLICATE_REGISTRATION = 263;

    private final Link link;
    private final int number;
    private final AtomicInteger packets = new AtomicInteger();
    private volatile long heardNanos = System.nanoTime();

    private Session(Link link, int number) {
        this.link = link;
        this.number = number;
    }

    /** Asks for a session, and waits for it. */
    static Session open(Link link) throws IOException, DamagedPacketException {
        Pdu open = new Pdu.Open(TIMEOUT_SECONDS, Oid.NONE, Octets.of("Ninelives"));
        link.send(PacketEncoder.encode(new Packet(0, 0, 0, open)));
        Packet answer = PacketDecoder.decode(link.receive());
        if (!(answer.pdu() instanceof Pdu.Response response) || response.error() != 0) {
            throw new IOException("it refuses a session: " + answer.pdu());
        }
        return new Session(link, answer.session());
    }

    /** Asks for what is to be asked here. */
    void register(List<Oid> subtrees) throws IOException {
        for (Oid subtree : subtrees) {
            ask(new Pdu.Register(0, Pdu.Register.DEFAULT_PRIORITY, subtree));
        }
    }

    private void ask(Pdu pdu) throws IOException {
        send(new Packet(number, 0, packets.incrementAndGet(), pdu));
    }

    void send(Packet packet) throws IOException {
        link.send(PacketEncoder.encode(packet));
    }

    /** The master has said something. */
    void heard() {
        heardNanos = System.nanoTime();
    }

    /** The master has answered a packet of ours. */
    void answered(int packet, Pdu.Response response) {
        if (response.error() != 0) {
            LOG.warn(
                    "SNMP: the agent refuses packet {} with error {}{}",
                    packet,
                    response.error(),
                    response.error() == DUPLICATE_REGISTRATION
                            ? ": another subagent, such as keepalived, serves the same"
                            : "");
        }
    }

    void tell(List<VarBind> trap) {
        try {
            ask(new Pdu.Notify(trap));
        } catch (IOException e) {
            LOG.debug("the thread that reads hears of it too", e);
        }
    }

    /** Asks whether the master is there, and closes the link when it was silent for too long. */
    void ping() {
        try {
            if (System.nanoTime() - heardNanos > SILENCE_MAX.toNanos()) {
                link.close();
            } else {
                ask(new Pdu.Ping());
            }
        } catch (IOException e) {
            LOG.debug("the thread that reads hears of it too", e);
        }
    }

    void close() {
        try (link) {
            ask(new Pdu.Close(Pdu.Close.SHUTDOWN));
        } catch (IOException e) {
            LOG.debug("it is closed already", e);
        }
    }
}
