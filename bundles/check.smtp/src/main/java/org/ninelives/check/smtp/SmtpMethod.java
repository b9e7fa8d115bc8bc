package org.ninelives.check.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.check.smtp.wire.MalformedReplyException;
import org.ninelives.check.smtp.wire.Reply;
import org.ninelives.check.smtp.wire.ReplyParser;

/**
 * A short dialogue with a mail server: it greets, knows our name, and takes leave.
 *
 * @param heloName what we call ourselves
 */
record SmtpMethod(String heloName) implements ProbeMethod {

    private static final String READY = "220";
    private static final String COMPLETED = "250";

    @Override
    public CheckResult run(Probe probe) {
        ConnectTarget target = probe.target();
        try (Connection connection = probe.connect()) {
            return new Dialogue(probe, connection).hold(heloName);
        } catch (SocketTimeoutException e) {
            return CheckResult.failed("Connection timeout to server " + target);
        } catch (IOException e) {
            return CheckResult.failed(
                    "Could not connect to server " + target + ": " + e.getMessage());
        }
    }

    /** One dialogue; what goes wrong in it is told in the words of keepalived's log. */
    private static final class Dialogue {

        private final Probe probe;
        private final Connection connection;
        private final InputStream input;
        private final ReplyParser parser = new ReplyParser();

        Dialogue(Probe probe, Connection connection) {
            this.probe = probe;
            this.connection = connection;
            input = new BufferedInputStream(connection.input());
        }

        CheckResult hold(String heloName) {
            return expect(READY, "Bad greeting banner")
                    .or(() -> say("HELO " + heloName))
                    .or(() -> expect(COMPLETED, "Bad HELO response"))
                    .or(() -> say("QUIT"))
                    .or(this::leave)
                    .map(CheckResult::failed)
                    .orElseGet(
                            () ->
                                    CheckResult.passed(
                                            "Remote SMTP server "
                                                    + connection.target()
                                                    + " succeed on service"));
        }

        /** Nothing if the reply has this code, and otherwise what is wrong. */
        private Optional<String> expect(String code, String complaint) {
            try {
                Reply reply = read();
                return reply.code().equals(code)
                        ? Optional.empty()
                        : Optional.of(wrong(complaint) + ": " + reply);
            } catch (MalformedReplyException e) {
                return Optional.of(wrong(complaint) + ": " + e.getMessage());
            } catch (IOException e) {
                return Optional.of(broken("Read", "from", e));
            }
        }

        /** Whatever the answer is, the server was there until the end. */
        private Optional<String> leave() {
            try {
                read();
                return Optional.empty();
            } catch (MalformedReplyException e) {
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(broken("Read", "from", e));
            }
        }

        private Reply read() throws IOException, MalformedReplyException {
            while (true) {
                int octet = input.read();
                if (octet < 0) {
                    throw new IOException("it has closed the connection");
                }
                Optional<Reply> reply = parser.take(octet);
                if (reply.isPresent()) {
                    probe.tell("< " + reply.get());
                    return reply.get();
                }
            }
        }

        private Optional<String> say(String line) {
            probe.tell("> " + line);
            try {
                connection.output().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                connection.output().flush();
                return Optional.empty();
            } catch (IOException e) {
                return Optional.of(broken("Write", "to", e));
            }
        }

        private String broken(String step, String direction, IOException e) {
            String server = direction + " server " + connection.target();
            return e instanceof SocketTimeoutException
                    ? step + " timeout " + server
                    : step + " failure " + server + ": " + e.getMessage();
        }

        private String wrong(String complaint) {
            return complaint + " from server " + connection.target();
        }
    }
}
