package org.ninelives.bfd.core;

/**
 * The times this side offers, and those it keeps to meanwhile: while a session is up the neighbour
 * confirms a change before this side relies on it (RFC 5880 sections 6.5 and 6.8.3).
 */
final class Offer {

    private long minTxMicros;
    private long minRxMicros;
    private long minTxMicrosInForce;
    private long minRxMicrosInForce;
    private boolean polling;

    /** The offer changed during a poll, whose end may answer the earlier one. */
    private boolean pollAgain;

    Offer(long minTxMicros, long minRxMicros) {
        withoutPoll(minTxMicros, minRxMicros);
    }

    /** Offers this, in force at once: every packet of a session that is not up tells it. */
    void withoutPoll(long newMinTxMicros, long newMinRxMicros) {
        minTxMicros = newMinTxMicros;
        minRxMicros = newMinRxMicros;
        minTxMicrosInForce = newMinTxMicros;
        minRxMicrosInForce = newMinRxMicros;
        polling = false;
        pollAgain = false;
    }

    /**
     * Offers this to a neighbour that may rely on what was offered before.
     *
     * @return whether it is something new
     */
    boolean withPoll(long newMinTxMicros, long newMinRxMicros) {
        if (newMinTxMicros == minTxMicros && newMinRxMicros == minRxMicros) {
            return false;
        }
        minTxMicros = newMinTxMicros;
        minRxMicros = newMinRxMicros;
        // To send more often, or to wait longer, harms nobody; the opposite has to wait.
        minTxMicrosInForce = Math.min(minTxMicrosInForce, newMinTxMicros);
        minRxMicrosInForce = Math.max(minRxMicrosInForce, newMinRxMicros);
        pollAgain = polling;
        polling = true;
        return true;
    }

    /** The neighbour has answered a poll. */
    void confirmed() {
        if (pollAgain) {
            pollAgain = false;
        } else if (polling) {
            withoutPoll(minTxMicros, minRxMicros);
        }
    }

    boolean isPolling() {
        return polling;
    }

    long minTxMicros() {
        return minTxMicros;
    }

    long minRxMicros() {
        return minRxMicros;
    }

    long minTxMicrosInForce() {
        return minTxMicrosInForce;
    }

    long minRxMicrosInForce() {
        return minRxMicrosInForce;
    }
}
