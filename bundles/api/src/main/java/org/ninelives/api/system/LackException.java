package org.ninelives.api.system;

import java.io.IOException;

/** This machine lacks what a call needs, which says nothing about whom the call was for. */
public abstract sealed class LackException extends IOException
        permits ExhaustedException, AbsentException {

    private static final long serialVersionUID = 1L;

    /** With a sentence for the operator. */
    LackException(String message) {
        super(message);
    }
}
