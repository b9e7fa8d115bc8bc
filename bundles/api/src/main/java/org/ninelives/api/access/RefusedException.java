package org.ninelives.api.access;

/** Somebody may not come in, or what they asked for was not done; the message tells them why. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
