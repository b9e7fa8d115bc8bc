package org.ninelives.notify.webhook.settings;

/** A secret cannot be had; the message says why and what to do. */
public final class UnreadableSecretException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableSecretException(String message) {
        super(message);
    }
}
