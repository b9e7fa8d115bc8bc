package org.ninelives.dbus.wire;

/** What came is no message of the bus. */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedException(String message) {
        super(message);
    }

    MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}
