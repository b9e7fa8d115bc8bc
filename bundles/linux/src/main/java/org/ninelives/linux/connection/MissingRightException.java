package org.ninelives.linux.connection;

import java.net.SocketException;

/** This process may not open such a socket. */
final class MissingRightException extends SocketException {

    private static final long serialVersionUID = 1L;

    MissingRightException(String message) {
        super(message);
    }
}
