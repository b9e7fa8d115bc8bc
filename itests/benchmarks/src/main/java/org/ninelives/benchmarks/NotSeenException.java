package org.ninelives.benchmarks;

/** Something a benchmark waits for did not happen in time. */
final class NotSeenException extends Exception {

    private static final long serialVersionUID = 1;

    NotSeenException(String message) {
        super(message);
    }
}
