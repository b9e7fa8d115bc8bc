package org.ninelives.check.smtp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.check.smtp.wire.MalformedReplyException;
import org.ninelives.check.smtp.wire.Reply;
import org.ninelives.check.smtp.wire.ReplyParser;

/**
 * What is said on one connection: the server greets, takes our name, and hears that we leave. What
 * goes wrong is told in the words of keepalived's log.
 */
final class Dialogue {

    private static final String READY = "220";
    private static final String COMPLETED = "250";

    private final ConnectTarget target;
    private final InputStream input;
    private final OutputStream output;
    private final Consumer<String> story;
    private final ReplyParser parser = new ReplyParser();

    /**
     * Nothing has been said yet.
     *
     * @param story hears each line
     */
    Dialogue(ConnectTarget target, InputStream input, OutputStream output, Consumer<String> story) {
        this.target = target;
        this.input = new BufferedInputStream(input);
        this.output = output;
        this.story = story;
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
                                        "Remote SMTP server " + target + " succeed on service"));
    }

    /** Nothing if the reply has this code, and otherwise what is wrong. */
    private Optional<String> expect(String code, String complaint) {
        try {
            Reply reply = read();
            return reply.code().equals(code)
                    ? Optional.empty()
                    : Optional.of(wrong(complaint, reply.toString()));
        } catch (MalformedReplyException e) {
            return Optional.of(wrong(complaint, e.getMessage()));
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
        Optional<Reply> reply = Optional.empty();
        while (reply.isEmpty()) {
            int octet = input.read();
            if (octet < 0) {
                throw new IOException("it has closed the connection");
            }
            reply = parser.take(octet);
        }
        story.accept("< " + reply.get());
        return reply.get();
    }

    private Optional<String> say(String line) {
        story.accept("> " + line);
        try {
            output.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            output.flush();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(broken("Write", "to", e));
        }
    }

    private String wrong(String complaint, String said) {
        return complaint + " from server " + target + ": " + said;
    }

    private String broken(String step, String direction, IOException e) {
        String server = " " + direction + " server " + target;
        return e instanceof SocketTimeoutException
                ? step + " timeout" + server
                : step + " failure" + server + ": " + e.getMessage();
    }
}
