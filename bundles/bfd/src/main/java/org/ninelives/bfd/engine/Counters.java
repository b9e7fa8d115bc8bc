package org.ninelives.bfd.engine;

import org.ninelives.api.management.BfdCounters;

/** Counts what befalls a session. Loop thread only. */
final class Counters {

    private long received;
    private long sent;
    private long discarded;
    private long sendFailures;
    private long timesUp;
    private long timesDown;

    void received() {
        received++;
    }

    void sent() {
        sent++;
    }

    void discarded() {
        discarded++;
    }

    void sendFailed() {
        sendFailures++;
    }

    void cameUp() {
        timesUp++;
    }

    void wentDown() {
        timesDown++;
    }

    BfdCounters snapshot() {
        return new BfdCounters(received, sent, discarded, sendFailures, timesUp, timesDown);
    }
}
