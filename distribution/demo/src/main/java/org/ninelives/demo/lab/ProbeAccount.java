package org.ninelives.demo.lab;

import java.time.Duration;

/** What a client has seen: probes sent, answers, who gave them, and the longest silence. */
public final class ProbeAccount {

    private long sent;
    private long answered;
    private long lastAnswerNanos;
    private String answeredBy = "";
    private long longestSilenceNanos;

    /**
     * An account at one moment.
     *
     * @param sent probes sent since the first that was answered: before, nobody had the address
     * @param answered answers so far
     * @param answeredBy who gave the last answer, empty before the first
     */
    public record Totals(long sent, long answered, String answeredBy) {

        /** Probes without an answer; one may still be on its way. */
        public long missing() {
            return sent - answered;
        }
    }

    public synchronized Totals totals() {
        return new Totals(sent, answered, answeredBy);
    }

    /** Forgets the longest silence: the next one is looked for from here. */
    public synchronized void watch() {
        longestSilenceNanos = 0;
    }

    /**
     * The longest time between an answer and the next since {@link #watch}. A silence counts from
     * its beginning, which may lie before the call; one that lasts still is not in it.
     */
    public synchronized Duration longestSilence() {
        return Duration.ofNanos(longestSilenceNanos);
    }

    /**
     * Waits until this host gives the answers.
     *
     * @return whether it did in time
     */
    public synchronized boolean awaitAnswerFrom(String host, Duration timeout)
            throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (!answeredBy.equals(host)) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }

    synchronized void sent() {
        sent++;
    }

    synchronized void answered(long nowNanos, String host) {
        if (answered == 0) {
            sent = 1;
        } else {
            longestSilenceNanos = Math.max(longestSilenceNanos, nowNanos - lastAnswerNanos);
        }
        answered++;
        lastAnswerNanos = nowNanos;
        if (!host.equals(answeredBy)) {
            answeredBy = host;
            notifyAll();
        }
    }
}
