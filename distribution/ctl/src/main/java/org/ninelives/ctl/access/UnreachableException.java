package org.ninelives.ctl.access;

/** There is no daemon where it was looked for, or it does not let this user in. */
public final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong and what to do.
     *
     * @param message a sentence for the operator
     */
    public UnreachableException(String message) {
        super(message);
    }
}
