package org.ninelives.lvs.internal;

/** What the operator named is not in the configuration; the message says what is. */
final class NoSuchServerException extends Exception {

    private static final long serialVersionUID = 1L;

    NoSuchServerException(String message) {
        super(message);
    }
}
