package org.ninelives.check.http.genhash;

/** A command line that means nothing; the message says why. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
