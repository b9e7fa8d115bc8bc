package org.ninelives.api.system;

/**
 * An address or an interface that a call is to leave by is not there. It may come: the address of a
 * virtual router is there on one node at a time.
 */
public final class AbsentException extends LackException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal for want of an address or an interface.
     *
     * @param message what is absent and which keyword wants it, for the operator; the same for all
     *     calls that want it
     */
    public AbsentException(String message) {
        super(message);
    }
}
