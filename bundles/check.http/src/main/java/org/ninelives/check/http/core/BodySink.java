package org.ninelives.check.http.core;

/** Takes the body of an answer, decoded, piece by piece. */
@FunctionalInterface
public interface BodySink {

    /**
     * The next bytes; the array is reused afterwards.
     *
     * @throws BadAnswerException if no more are wanted
     */
    void body(byte[] bytes, int offset, int length) throws BadAnswerException;

    /** The status of the answer whose body comes now. */
    default void status(int status) {}
}
