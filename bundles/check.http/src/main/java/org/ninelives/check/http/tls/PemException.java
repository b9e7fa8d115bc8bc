package org.ninelives.check.http.tls;

/** A file of certificates or keys cannot be used; the message names it and says why. */
public final class PemException extends Exception {

    private static final long serialVersionUID = 1L;

    PemException(String message) {
        super(message);
    }
}
