package org.ninelives.check.smtp.wire;

/** What a server sends is no reply of SMTP. */
public final class MalformedReplyException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedReplyException(String message) {
        super(message);
    }
}
