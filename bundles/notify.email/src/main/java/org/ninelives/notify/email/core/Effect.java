package org.ninelives.notify.email.core;

import java.util.List;

/** What an {@link Outbox} wants done. */
public sealed interface Effect {

    /**
     * Deliver this mail, and say what it came to. There is one delivery at a time, unless one was
     * abandoned.
     *
     * @param number of the delivery
     */
    record Send(long number, Mail mail, List<Recipient> recipients) implements Effect {
        public Send {
            recipients = List.copyOf(recipients);
        }
    }

    /** End this delivery; what it comes to is of no interest any more. */
    record Abandon(long number) implements Effect {}

    /** Tell the operator. */
    record Report(Weight weight, String text) implements Effect {}

    /** Nothing will be done any more. */
    record Closed() implements Effect {}

    /** How much a report matters. */
    enum Weight {
        DETAIL,
        NORMAL,
        WARNING,
        /** Mail was lost; everybody who listens to events is told as well. */
        LOSS
    }
}
