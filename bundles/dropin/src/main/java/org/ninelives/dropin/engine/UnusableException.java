package org.ninelives.dropin.engine;

import org.ninelives.dropin.core.Outcome;

/** What is in a file cannot be used; the outcome says why. */
final class UnusableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    UnusableException(Outcome outcome) {
        super(outcome.toString());
        this.outcome = outcome;
    }

    static UnusableException refused(String reason) {
        return new UnusableException(new Outcome.Refused(reason));
    }

    Outcome outcome() {
        return outcome;
    }
}
