package org.ninelives.dbus.bus;

/** A call is answered with an error. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final ErrorName name;

    /**
     * @param message a sentence for who called
     */
    RefusedException(ErrorName name, String message) {
        super(message);
        this.name = name;
    }

    ErrorName name() {
        return name;
    }
}
