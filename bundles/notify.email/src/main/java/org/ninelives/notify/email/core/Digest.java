package org.ninelives.notify.email.core;

import static org.ninelives.notify.email.core.Outbox.NEVER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.notify.email.core.OutboxSettings.DigestSettings;

/**
 * Holds back the mails of a storm and makes one of them. The first mails within the interval pass,
 * so that what happens usually is told at once.
 */
final class Digest {

    /** Who wants to know more looks into the log. */
    private static final int LINES_MAX = 500;

    private final List<Mail> held = new ArrayList<>();
    private int beyond;
    private int passed;
    private long endNanos = NEVER;

    /** Whether the mail may go alone; otherwise it is held. */
    boolean passes(DigestSettings settings, long nowNanos, Mail mail) {
        if (settings.intervalNanos() == 0) {
            return true;
        }
        if (endNanos == NEVER || (nowNanos >= endNanos && held.isEmpty())) {
            endNanos = nowNanos + settings.intervalNanos();
            passed = 0;
        }
        if (passed < settings.alone()) {
            passed++;
            return true;
        }
        if (held.size() < LINES_MAX) {
            held.add(mail);
        } else {
            beyond++;
        }
        return false;
    }

    /** How many changes wait to be told together. */
    int size() {
        return held.size() + beyond;
    }

    /** When {@link #take} is due. */
    long deadlineNanos() {
        return held.isEmpty() ? NEVER : endNanos;
    }

    /**
     * What was held, as one mail; nothing if nothing was. A storm that goes on is collected for
     * another interval.
     */
    Optional<Mail> take(DigestSettings settings, long nowNanos) {
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Mail mail = size() == 1 ? held.getFirst() : together();
        endNanos = nowNanos + settings.intervalNanos();
        passed = settings.alone();
        forget();
        return Optional.of(mail);
    }

    void forget() {
        held.clear();
        beyond = 0;
    }

    private Mail together() {
        StringBuilder body = new StringBuilder();
        held.forEach(
                mail -> body.append(mail.time()).append(' ').append(mail.topic()).append('\n'));
        if (beyond > 0) {
            body.append("and ").append(beyond).append(" more\n");
        }
        return new Mail(
                held.getLast().time(),
                held.getLast().nodeName(),
                size() + " changes of state",
                body.toString());
    }
}
