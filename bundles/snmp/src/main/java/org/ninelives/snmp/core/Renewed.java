package org.ninelives.snmp.core;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Variables that are read anew when they are asked for and have become old. For one thread. */
public final class Renewed implements Supplier<Variables> {

    private final Supplier<Variables> source;
    private final long ageMaxNanos;
    private final LongSupplier clockNanos;
    private Variables held = Variables.NONE;
    private boolean isRead;
    private long readNanos;

    /**
     * Not read yet.
     *
     * @param ageMaxNanos how old they may become
     */
    public Renewed(Supplier<Variables> source, long ageMaxNanos, LongSupplier clockNanos) {
        this.source = source;
        this.ageMaxNanos = ageMaxNanos;
        this.clockNanos = clockNanos;
    }

    @Override
    public Variables get() {
        long now = clockNanos.getAsLong();
        if (!isRead || now - readNanos >= ageMaxNanos) {
            held = source.get();
            isRead = true;
            // Reading takes its time, which does not make them old.
            readNanos = clockNanos.getAsLong();
        }
        return held;
    }

    /** They are read anew whatever their age: something was set. */
    public void outdate() {
        isRead = false;
    }
}
