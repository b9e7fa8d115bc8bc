package org.ninelives.management.access;

import java.io.IOException;

/** A file with secrets is open to others; the message tells the operator what to do. */
final class UnsafeFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnsafeFileException(String message) {
        super(message);
    }
}
