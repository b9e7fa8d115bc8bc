package org.ninelives.check.http.core;

/**
 * What is wrong with an answer.
 *
 * @param detail what was seen and what is wanted, a piece of a sentence
 */
public record Fault(Kind kind, String detail) {

    /** Which test it has not passed. */
    public enum Kind {
        STATUS,
        DIGEST,
        PATTERN
    }
}
