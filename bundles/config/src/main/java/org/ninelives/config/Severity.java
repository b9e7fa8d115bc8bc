package org.ninelives.config;

/** How much a problem matters, from least to most. */
public enum Severity {
    /** Worth knowing, nothing to mend: an obsolete keyword, a default that surprises. */
    NOTE,
    /** Runs, but probably not as meant. */
    WARNING,
    /** A statement was refused; the rest of the file still counts. */
    ERROR
}
