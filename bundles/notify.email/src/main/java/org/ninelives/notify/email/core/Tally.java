package org.ninelives.notify.email.core;

/**
 * What an {@link Outbox} has done so far.
 *
 * @param queued mails that wait, the one under way and those of the next digest included
 * @param sent mails the server has taken for somebody
 * @param lost mails that were given up
 * @param refused how often a recipient was refused
 * @param digested changes that were told in a mail of many
 * @param errors how often something went wrong
 * @param lastError what went wrong the last time; empty if nothing did
 */
public record Tally(
        int queued,
        long sent,
        long lost,
        long refused,
        long digested,
        long errors,
        String lastError) {

    /** Nothing done yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, "");
}
