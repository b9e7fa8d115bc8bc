package org.ninelives.vrrp.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Asks the machine again for what it refused: after one second, and each time after twice as long,
 * up to a minute.
 */
final class Retry extends Agenda.Entry {

    private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Agenda agenda;
    private final LongSupplier nowNanos;
    private final Runnable attempt;
    private long waitNanos = FIRST_NANOS;
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
            waitNanos = FIRST_NANOS;
            agenda.set(this, Agenda.NEVER);
        } else if (!waits) {
            waits = true;
            agenda.set(this, nowNanos.getAsLong() + waitNanos);
            waitNanos = Math.min(2 * waitNanos, LONGEST_NANOS);
        }
    }

    @Override
    void due(long now) {
        waits = false;
        agenda.set(this, Agenda.NEVER);
        attempt.run();
    }
}
