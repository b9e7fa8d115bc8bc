package org.ninelives.notify.email.core;

import java.util.Locale;
import java.util.function.Consumer;
import org.ninelives.notify.email.core.Effect.Weight;

/**
 * Counts what becomes of mails and words it for the operator: an outage is told when it begins,
 * when it costs the first mail, and when it is over.
 */
final class Account {

    private long sent;
    private long lost;
    private long refused;
    private long digested;
    private long errors;
    private String lastError = "";
    private long lostInOutage;
    private boolean outage;

    Tally tally(int queued) {
        return new Tally(queued, sent, lost, refused, digested, errors, lastError);
    }

    void digested(int changes) {
        digested += changes;
    }

    void failed(int failures, String reason, double pauseSeconds, Consumer<Effect> effects) {
        boolean first = !outage;
        outage = true;
        error(reason);
        report(
                effects,
                first ? Weight.WARNING : Weight.DETAIL,
                "mail waits: "
                        + reason
                        + "; next try in "
                        + seconds(pauseSeconds)
                        + (first ? "" : ", failures so far: " + failures));
    }

    void serverAnswers(Consumer<Effect> effects) {
        if (outage || lostInOutage > 0) {
            report(
                    effects,
                    Weight.NORMAL,
                    "mail goes again" + (lostInOutage == 0 ? "" : "; given up: " + lostInOutage));
        }
        outage = false;
        lostInOutage = 0;
    }

    void refused(Refusal refusal, Mail mail, Consumer<Effect> effects) {
        refused++;
        error(refusal.address() + ": " + refusal.reply());
        report(
                effects,
                Weight.WARNING,
                of(mail)
                        + (refusal.lasting() ? " is refused for " : " has to wait for ")
                        + refusal.address()
                        + ": "
                        + refusal.reply());
    }

    void done(Letter letter, Consumer<Effect> effects) {
        if (letter.isTaken()) {
            sent++;
            report(effects, Weight.DETAIL, of(letter.mail()) + " is sent");
        } else {
            lost++;
            report(
                    effects,
                    Weight.LOSS,
                    of(letter.mail()) + " is given up: every recipient is refused");
        }
    }

    void rejected(String reply, Mail mail, Consumer<Effect> effects) {
        lost++;
        error(reply);
        report(effects, Weight.LOSS, of(mail) + " is given up: " + reply);
    }

    /** It ends before all have it. */
    void unfinished(Letter letter, String reason, Consumer<Effect> effects) {
        if (letter.isTaken()) {
            sent++;
            report(
                    effects,
                    Weight.WARNING,
                    of(letter.mail())
                            + " is given up for those who still wait: "
                            + reason
                            + ", "
                            + lastError);
        } else {
            lost(reason + (lastError.isEmpty() ? "" : ", " + lastError), letter.mail(), effects);
        }
    }

    /** The first one is told, the others are counted until mail goes again. */
    void lost(String reason, Mail mail, Consumer<Effect> effects) {
        lost++;
        lostInOutage++;
        if (lostInOutage == 1) {
            report(
                    effects,
                    Weight.LOSS,
                    of(mail)
                            + " is given up: "
                            + reason
                            + "; others that share its fate are only counted");
        }
    }

    void lostAll(String reason, int changes, Consumer<Effect> effects) {
        lost += changes;
        error(reason);
        report(
                effects,
                Weight.LOSS,
                changes + (changes == 1 ? " mail is" : " mails are") + " given up: " + reason);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.0f s", seconds);
    }

    private void error(String reason) {
        errors++;
        lastError = reason;
    }

    private static String of(Mail mail) {
        return "mail '" + mail.topic() + "'";
    }

    private static void report(Consumer<Effect> effects, Weight weight, String text) {
        effects.accept(new Effect.Report(weight, text));
    }
}
