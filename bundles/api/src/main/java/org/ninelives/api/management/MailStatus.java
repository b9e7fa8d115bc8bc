package org.ninelives.api.management;

/**
 * The mail at one moment. Counters are since the daemon started.
 *
 * @param server host and port; empty while no mail is configured
 * @param queued mails that wait, the one under way included
 * @param sent mails that the server has taken for at least one recipient
 * @param failed mails that were given up
 * @param refusedRecipients how often the server refused a recipient of a mail
 * @param digested changes that were told in a mail of many
 * @param lastError why a mail could not be sent the last time; empty if that never was so
 * @param lastErrorMillis when that was, milliseconds since 1970 UTC; 0 if never
 * @param lastSentMillis when the server took the latest mail; 0 if never
 */
public record MailStatus(
        String server,
        int queued,
        long sent,
        long failed,
        long refusedRecipients,
        long digested,
        String lastError,
        long lastErrorMillis,
        long lastSentMillis) {}
