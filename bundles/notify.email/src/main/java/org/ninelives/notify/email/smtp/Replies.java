package org.ninelives.notify.email.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.math.BigDecimal;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.ninelives.notify.email.core.Outcome;
import org.ninelives.notify.email.core.Recipient;
import org.ninelives.notify.email.core.Refusal;
import org.ninelives.notify.email.settings.Login;
import org.ninelives.notify.email.settings.ServerSettings;

/** Makes what a delivery came to, and a sentence, of the exceptions of Jakarta Mail. */
final class Replies {

    private static final int TEXT_MAX = 200;

    /** Codes of 500 and more are for ever, those of 400 for now (RFC 5321 section 4.2.1). */
    private static final int LASTING = 500;

    private static final int LASTING_END = 600;

    private final ServerSettings server;

    Replies(ServerSettings server) {
        this.server = server;
    }

    /** What a send that threw came to. */
    Outcome outcome(MessagingException thrown, List<Recipient> recipients) {
        List<Refusal> refusals = new ArrayList<>();
        boolean sent = false;
        int code = 0;
        String reply = "";
        for (Throwable e : chain(thrown)) {
            if (e instanceof SMTPAddressFailedException refused) {
                refusals.add(
                        new Refusal(
                                refused.getAddress().getAddress(),
                                text(refused.getMessage()),
                                isLasting(refused.getReturnCode())));
            } else if (e instanceof SMTPSendFailedException failed) {
                code = failed.getReturnCode();
                reply = failed.getMessage();
                sent |=
                        failed.getValidSentAddresses() != null
                                && failed.getValidSentAddresses().length > 0;
            } else if (e instanceof SMTPSenderFailedException failed) {
                code = failed.getReturnCode();
                reply = failed.getMessage();
            }
        }
        if (sent || refuseAll(refusals, recipients)) {
            return new Outcome.Taken(refusals);
        }
        return isLasting(code)
                ? new Outcome.Rejected(server.name() + ": " + text(reply))
                : failed(thrown);
    }

    /** It and its causes; those of the library may come back to the beginning. */
    private static Set<Throwable> chain(Throwable thrown) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable e = thrown; e != null && chain.add(e); ) {
            e = e.getCause();
        }
        return chain;
    }

    private static boolean refuseAll(List<Refusal> refusals, List<Recipient> recipients) {
        Set<String> refused = refusals.stream().map(Refusal::address).collect(Collectors.toSet());
        return recipients.stream().map(Recipient::address).allMatch(refused::contains);
    }

    private static boolean isLasting(int code) {
        return code >= LASTING && code < LASTING_END;
    }

    /** What it came to where there was no answer about the mail. */
    Outcome.Failed failed(Exception thrown) {
        return new Outcome.Failed(server.name() + ": " + reason(thrown));
    }

    private String reason(Exception thrown) {
        for (Throwable e : chain(thrown)) {
            if (e instanceof SocketTimeoutException) {
                return "no answer within " + seconds(server.timeoutNanos()) + " s";
            }
            if (e instanceof UnknownHostException) {
                return "there is no address for this name";
            }
        }
        String login =
                thrown instanceof AuthenticationFailedException
                        ? "the login of "
                                + server.login().map(Login::user).orElse("nobody")
                                + " is refused, "
                        : "";
        return login + text(deepest(thrown));
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    /** The innermost reason that says something. */
    private static String deepest(Throwable thrown) {
        return chain(thrown).stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((outer, inner) -> inner)
                .orElseGet(thrown::toString);
    }

    /** Fit for one line of a log, whatever the server said. */
    private static String text(String reply) {
        String line = reply.replaceAll("[^ -~\\p{L}]+", " ").strip();
        return line.length() <= TEXT_MAX ? line : line.substring(0, TEXT_MAX) + "...";
    }
}
