package org.ninelives.overrides.core;

/** Stored overrides cannot be used; the message ends a sentence that begins with the file. */
public final class DamagedStateException extends Exception {

    private static final long serialVersionUID = 1L;

    public DamagedStateException(String message) {
        super(message);
    }

    public DamagedStateException(String message, Throwable cause) {
        super(message, cause);
    }
}
