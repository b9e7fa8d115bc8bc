package org.ninelives.check.http.tls;

import java.io.IOException;

/** A server whose certificate is not what it has to be like; the message says why. */
public final class UntrustedServerException extends IOException {

    private static final long serialVersionUID = 1L;

    UntrustedServerException(String message) {
        super(message);
    }
}
