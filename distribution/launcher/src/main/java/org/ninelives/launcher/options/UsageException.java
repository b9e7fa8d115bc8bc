package org.ninelives.launcher.options;

/** A command line that cannot be followed; the message tells the operator why. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
