package org.ninelives.vrrp.engine;

import java.util.function.LongSupplier;
import org.ninelives.api.system.Backoff;

/** Asks the machine again for what it refused, more and more seldom. */
final class Retry extends Agenda.Entry {

    private final Agenda agenda;
    private final LongSupplier nowNanos;
    private final Runnable attempt;
    private final Backoff backoff = new Backoff();
    private boolean waits;

    /**
     * Nothing to ask for yet.
     *
     * @param attempt asks; whoever does that tells by {@link #needed} what came of it
     */
    Retry(Agenda agenda, LongSupplier nowNanos, Runnable attempt) {
        this.agenda = agenda;
        this.nowNanos = nowNanos;
        this.attempt = attempt;
    }

    /** Whether something is refused now. */
    void needed(boolean needed) {
        if (!needed) {
            waits = false;
            backoff.works();
            agenda.set(this, Agenda.NEVER);
        } else if (!waits) {
            waits = true;
            agenda.set(this, nowNanos.getAsLong() + backoff.failed());
        }
    }

    @Override
    void due(long now) {
        waits = false;
        agenda.set(this, Agenda.NEVER);
        attempt.run();
    }
}
