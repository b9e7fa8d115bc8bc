package org.ninelives.check.udp;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.DatagramConnection;

/**
 * Sends a datagram and sees what comes back. Without a required reply silence is good, and only an
 * ICMP error is bad. The reasons are the lines of keepalived's log.
 *
 * @param payload the datagram in hexadecimal digits
 * @param required what the reply has to be; any or none when empty
 */
record UdpMethod(String payload, Optional<ReplyRule> required) implements ProbeMethod {

    private static final int SHOWN_BYTES = 32;

    @Override
    public CheckResult run(Probe probe) {
        ConnectTarget target = probe.target();
        String service = "[" + target.address() + "]:udp:" + target.port();
        try (DatagramConnection datagrams = probe.openDatagrams()) {
            datagrams.send(ByteBuffer.wrap(HexFormat.of().parseHex(payload)));
            ByteBuffer reply = ByteBuffer.allocate(roomForReply());
            int length = datagrams.receive(reply, probe.deadlineNanos());
            return judge(probe, service, reply.flip(), length);
        } catch (SocketTimeoutException e) {
            return required.isEmpty()
                    ? CheckResult.passed("UDP connection to " + service + " success.")
                    : CheckResult.failed(
                            "UDP connection to " + service + " failed. (no reply in time)");
        } catch (IOException e) {
            return CheckResult.failed(
                    "UDP connection to " + service + " failed. (" + e.getMessage() + ")");
        }
    }

    private int roomForReply() {
        int compared = required.map(rule -> rule.pattern().digits().length() / 2).orElse(0);
        return Math.max(SHOWN_BYTES, compared);
    }

    private CheckResult judge(Probe probe, String service, ByteBuffer reply, int length) {
        byte[] shown = new byte[Math.min(reply.limit(), SHOWN_BYTES)];
        reply.get(0, shown);
        probe.tell(length + " bytes: " + HexFormat.of().formatHex(shown));
        return required.flatMap(rule -> rule.complaint(reply, length))
                .map(
                        complaint ->
                                CheckResult.failed(
                                        "UDP check to "
                                                + service
                                                + " reply data mismatch. ("
                                                + complaint
                                                + ")"))
                .orElseGet(() -> CheckResult.passed("UDP connection to " + service + " success."));
    }
}
