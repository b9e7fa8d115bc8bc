package org.ninelives.linux.companion;

/** Bytes that are no record; the message tells why. */
final class RecordException extends Exception {

    private static final long serialVersionUID = 1L;

    RecordException(String message) {
        super(message);
    }
}
