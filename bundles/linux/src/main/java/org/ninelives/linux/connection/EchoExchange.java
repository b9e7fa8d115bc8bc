package org.ninelives.linux.connection;

import static org.ninelives.linux.libc.Constants.SOCK_DGRAM;
import static org.ninelives.linux.libc.Constants.SOCK_RAW;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiPredicate;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.linux.echo.EchoMessage;
import org.ninelives.linux.echo.IcmpFamily;

/**
 * One question by ICMP and its answer.
 *
 * <p>Ping sockets (icmp(7)) hear the answers to their own questions alone. The kernel has them for
 * the groups in net.ipv4.ping_group_range, which are none unless somebody has set it; a raw socket,
 * which needs CAP_NET_RAW, does for the others.
 */
final class EchoExchange {

    /** The longest header of IPv4, which raw sockets hand over too. */
    private static final int IPV4_HEADER_MAX = 60;

    private final Network network;
    private final ConnectTarget target;
    private final IcmpFamily family;
    private final EchoMessage question;

    EchoExchange(Network network, ConnectTarget target, int payloadBytes) {
        this.network = network;
        this.target = withoutPorts(target);
        family = IcmpFamily.of(target.address().family());
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int identifier = random.nextInt(1 << Short.SIZE);
        question = new EchoMessage(identifier, 1, random.nextLong(), payloadBytes);
    }

    /** A port would be the identifier of a ping socket, and the protocol of a raw one. */
    private static ConnectTarget withoutPorts(ConnectTarget target) {
        return new ConnectTarget(
                target.address(), 0, target.source(), 0, target.interfaceName(), target.mark());
    }

    /** Asks, and waits for the answer. */
    void run(long deadlineNanos) throws IOException {
        try (KernelSocket ping = open(SOCK_DGRAM, deadlineNanos)) {
            exchange(ping, question::isAnsweredAtPingSocketBy, deadlineNanos);
        } catch (MissingRightException e) {
            try (KernelSocket raw = open(SOCK_RAW, deadlineNanos)) {
                exchange(raw, question::isAnsweredBy, deadlineNanos);
            }
        }
    }

    private KernelSocket open(int type, long deadlineNanos) throws IOException {
        KernelSocket socket =
                KernelSocket.open(network, target, type, family.protocol(), deadlineNanos);
        try {
            socket.connect(deadlineNanos);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void exchange(
            KernelSocket socket, BiPredicate<IcmpFamily, ByteBuffer> isAnswer, long deadlineNanos)
            throws IOException {
        ByteBuffer message = ByteBuffer.allocate(IPV4_HEADER_MAX + question.length());
        question.write(family, message);
        socket.send(message.limit(question.length()), deadlineNanos, Refusals::datagram);
        do {
            message.clear();
            socket.receive(message, 0, deadlineNanos, Refusals::datagram);
        } while (!isAnswer.test(family, message.flip()));
    }
}
