package org.ninelives.notify.email.core;

import java.util.List;

/**
 * How mails are kept and tried.
 *
 * @param recipients who gets each mail; at least one
 * @param queueMax how many mails wait at most
 * @param retries when a mail is tried again
 * @param digest when several become one
 * @param deliveryLimitNanos how long one delivery may take
 */
public record OutboxSettings(
        List<Recipient> recipients,
        int queueMax,
        Retries retries,
        DigestSettings digest,
        long deliveryLimitNanos) {

    public OutboxSettings {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()) {
            throw new IllegalArgumentException("no recipient");
        }
    }

    /**
     * When a mail is tried again, and for how long.
     *
     * @param firstNanos after the first failure; each further pause is twice as long
     * @param maxNanos the longest pause
     * @param limitNanos the age at which a mail is given up
     */
    public record Retries(long firstNanos, long maxNanos, long limitNanos) {

        /**
         * The pause after this many failures in a row.
         *
         * @param failures at least 1
         */
        long pauseNanos(int failures) {
            long pause = firstNanos;
            for (int i = 1; i < failures && pause < maxNanos; i++) {
                pause *= 2;
            }
            return Math.min(pause, maxNanos);
        }
    }

    /**
     * When several mails become one.
     *
     * @param intervalNanos the time looked at; 0 for never
     * @param alone how many mails within that time go alone; those after them go together at its
     *     end
     */
    public record DigestSettings(long intervalNanos, int alone) {}
}
