package org.ninelives.notify.email.smtp;

import java.util.List;
import org.ninelives.notify.email.core.Mail;
import org.ninelives.notify.email.core.Outcome;
import org.ninelives.notify.email.core.Recipient;

/** Makes one delivery. */
public interface Courier {

    /** Hands over the mail; blocks until that is done or has failed, and never throws. */
    Outcome deliver(Mail mail, List<Recipient> recipients);

    /** Ends the delivery from another thread; also one that has not begun. */
    void abandon();
}
