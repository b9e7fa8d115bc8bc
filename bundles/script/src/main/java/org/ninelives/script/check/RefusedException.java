package org.ninelives.script.check;

/** A script may not or cannot be run; the message is a clause for the operator. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
