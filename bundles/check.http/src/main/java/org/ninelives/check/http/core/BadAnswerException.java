package org.ninelives.check.http.core;

/** What a server has said is no answer; the message is a piece of a sentence that says why. */
public final class BadAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    BadAnswerException(String message) {
        super(message);
    }
}
