package org.ninelives.api.system;

/** This machine has run out of what a call needs: descriptors, local ports, memory, processes. */
public final class ExhaustedException extends LackException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal for want of something.
     *
     * @param message a sentence for the operator: what is used up, and what to raise
     */
    public ExhaustedException(String message) {
        super(message);
    }
}
