package org.ninelives.config;

/**
 * One remark about a configuration, worded for the person who wrote it.
 *
 * @param severity how much it matters
 * @param kind what {@code --config-test} makes of it
 * @param position where the fault was written
 * @param keyword the keyword concerned, or empty when the remark is about the text itself
 * @param message what is wrong and what is allowed, without position or keyword
 */
public record Problem(
        Severity severity, Kind kind, Position position, String keyword, String message) {

    /**
     * What a problem means for running the configuration; decides the exit status of a
     * configuration test.
     */
    public enum Kind {
        /** The statement is left out and everything else runs. */
        SKIPPED,
        /** A word that the keyword cannot do without is absent. */
        MISSING_ARGUMENT,
        /** The object it belongs to cannot run at all. */
        CANNOT_RUN,
        /** Scripts would run without {@code enable_script_security}. */
        SCRIPT_SECURITY
    }

    /** {@code keepalived.conf:31: virtual_router_id: 0 is not in 1..255}. */
    @Override
    public String toString() {
        return keyword.isEmpty()
                ? position + ": " + message
                : position + ": " + keyword + ": " + message;
    }
}
