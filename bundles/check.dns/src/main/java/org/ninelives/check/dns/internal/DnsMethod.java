package org.ninelives.check.dns.internal;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.check.dns.core.Answer;
import org.ninelives.check.dns.core.Question;

/**
 * Asks a name server by UDP, and by TCP where the answer does not fit (RFC 7766 section 5). Any
 * answer without an error is a good one. What it says begins as in keepalived's log.
 *
 * @param timeout for the answer, and again for that by TCP
 */
record DnsMethod(Question question, Duration timeout) implements ProbeMethod {

    /** Without extensions, no more comes by UDP (RFC 1035 section 4.2.1). */
    private static final int DATAGRAM_BYTES_MAX = 512;

    /** As the length before each message by TCP allows (section 4.2.2). */
    private static final int MESSAGE_BYTES_MAX = 0xffff;

    private static final int ID_MAX = 0xffff;

    /** A few may be late answers to earlier questions; who sends more is not listened to. */
    private static final int STRAYS_MAX = 1000;

    @Override
    public CheckResult run(Probe probe) {
        int id = ThreadLocalRandom.current().nextInt(ID_MAX + 1);
        try {
            Answer answer = byDatagram(probe, id);
            if (answer.truncated()) {
                probe.tell("the answer does not fit into a datagram; asking by TCP");
                answer = byTcp(probe, id);
            }
            return judged(probe, answer);
        } catch (InterruptedIOException e) {
            return failed(probe, "read timeout from socket: no answer to " + question);
        } catch (EOFException e) {
            return failed(probe, "read error occurred: TCP was closed before the answer");
        } catch (IOException e) {
            return failed(probe, "read error occurred: " + e.getMessage());
        }
    }

    private Answer byDatagram(Probe probe, int id) throws IOException {
        probe.tell(question + " by UDP to " + probe.target());
        long deadline = deadline(probe);
        try (DatagramConnection connection = probe.openDatagrams()) {
            connection.send(ByteBuffer.wrap(question.message(id)));
            ByteBuffer datagram = ByteBuffer.allocate(DATAGRAM_BYTES_MAX);
            for (int strays = 0; strays < STRAYS_MAX; strays++) {
                connection.receive(datagram.clear(), deadline);
                Optional<Answer> answer = Answer.parse(datagram.array(), datagram.position(), id);
                if (answer.isPresent()) {
                    return answer.get();
                }
                probe.tell("a datagram came that is no answer to this question");
            }
            throw onlyStrays();
        }
    }

    private Answer byTcp(Probe probe, int id) throws IOException {
        try (Connection connection = probe.connect()) {
            connection.setDeadline(deadline(probe));
            byte[] message = question.message(id);
            OutputStream output = connection.output();
            output.write(
                    ByteBuffer.allocate(Short.BYTES + message.length)
                            .putShort((short) message.length)
                            .put(message)
                            .array());
            output.flush();
            DataInputStream input = new DataInputStream(connection.input());
            byte[] received = new byte[MESSAGE_BYTES_MAX];
            for (int strays = 0; strays < STRAYS_MAX; strays++) {
                int length = input.readUnsignedShort();
                input.readFully(received, 0, length);
                Optional<Answer> answer = Answer.parse(received, length, id);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw onlyStrays();
        }
    }

    private IOException onlyStrays() {
        return new IOException("none of " + STRAYS_MAX + " messages was an answer to " + question);
    }

    private long deadline(Probe probe) {
        long left = probe.deadlineNanos() - System.nanoTime();
        return System.nanoTime() + Math.min(left, timeout.toNanos());
    }

    private CheckResult judged(Probe probe, Answer answer) {
        probe.tell(answer.codeName() + ", " + answer.records() + " records");
        return answer.isSuccess()
                ? CheckResult.passed(words(probe.target()) + " success.")
                : failed(
                        probe,
                        "read error occurred. (rcode = "
                                + answer.code()
                                + ", "
                                + answer.codeName()
                                + ") to "
                                + question);
    }

    private static CheckResult failed(Probe probe, String reason) {
        return CheckResult.failed(words(probe.target()) + " " + reason);
    }

    private static String words(ConnectTarget target) {
        return "DNS_CHECK ([" + target.address() + "]:udp:" + target.port() + ")";
    }
}
