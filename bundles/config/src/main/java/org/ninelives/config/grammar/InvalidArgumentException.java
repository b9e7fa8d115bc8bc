package org.ninelives.config.grammar;

/**
 * The words after a keyword mean nothing there; the message tells the operator what is wrong and
 * what is allowed.
 */
public final class InvalidArgumentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean missing;

    public InvalidArgumentException(String message) {
        this(message, false);
    }

    private InvalidArgumentException(String message, boolean missing) {
        super(message);
        this.missing = missing;
    }

    /** A word that is needed is not there. */
    public static InvalidArgumentException missing(String what) {
        return new InvalidArgumentException(what + " is missing", true);
    }

    /** Whether the fault is an absent word rather than a wrong one. */
    public boolean isMissing() {
        return missing;
    }
}
