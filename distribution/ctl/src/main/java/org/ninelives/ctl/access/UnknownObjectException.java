package org.ninelives.ctl.access;

/** The daemon has no such virtual router, server or the like, or several that may be meant. */
public final class UnknownObjectException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * What was asked for and what there is.
     *
     * @param message a sentence for the operator
     */
    public UnknownObjectException(String message) {
        super(message);
    }
}
