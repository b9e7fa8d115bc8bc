package org.ninelives.check.core;

/** What one result did to a check. */
public enum Step {
    /** Nothing: it stands as before. */
    NONE,
    /** It failed and is tried again before that counts. */
    RETRY,
    /** It stands as passed now, and did not before. */
    PASSED,
    /** It stands as failed now, and did not before. */
    FAILED
}
