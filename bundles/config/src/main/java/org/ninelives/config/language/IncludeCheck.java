package org.ninelives.config.language;

/** Which troubles with an include are errors rather than remarks. */
public enum IncludeCheck {
    /** A file that matches cannot be read. */
    READ,
    /** A name without wildcards matches nothing. */
    MATCH,
    /** A pattern with wildcards matches nothing. */
    WILDCARD_MATCH,
    /** One alternative of a brace expression matches nothing. */
    BRACE_MATCH
}
