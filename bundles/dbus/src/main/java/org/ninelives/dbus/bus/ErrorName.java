package org.ninelives.dbus.bus;

/** The errors that calls are answered with, by the names that every client knows. */
enum ErrorName {
    ACCESS_DENIED("AccessDenied"),
    FAILED("Failed"),
    INVALID_ARGS("InvalidArgs"),
    LIMITS_EXCEEDED("LimitsExceeded"),
    PROPERTY_READ_ONLY("PropertyReadOnly"),
    UNKNOWN_METHOD("UnknownMethod");

    private final String word;

    ErrorName(String word) {
        this.word = word;
    }

    String full() {
        return "org.freedesktop.DBus.Error." + word;
    }
}
