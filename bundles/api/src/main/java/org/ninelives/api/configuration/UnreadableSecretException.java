package org.ninelives.api.configuration;

/** A secret could not be had; the message tells the operator why, and nothing of the secret. */
public final class UnreadableSecretException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableSecretException(String message) {
        super(message);
    }
}
