package org.ninelives.vrrp.settings;

/** A secret key could not be had; the message tells the operator why, and nothing of the key. */
public final class UnreadableKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableKeyException(String message) {
        super(message);
    }
}
