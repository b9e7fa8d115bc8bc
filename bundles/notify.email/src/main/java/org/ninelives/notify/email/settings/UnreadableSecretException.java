package org.ninelives.notify.email.settings;

/** A password could not be had; the message tells the operator why, and nothing of the password. */
public final class UnreadableSecretException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableSecretException(String message) {
        super(message);
    }
}
