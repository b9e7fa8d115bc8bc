package org.ninelives.overrides.engine;

/** The clocks of the machine, and one alarm. */
interface Times {

    /** A clock that nobody sets. */
    long nowNanos();

    /** Milliseconds since 1970 UTC. */
    long nowMillis();

    /**
     * Has something done at that time, and nothing that was asked for before.
     *
     * @param nanos of the clock that nobody sets; {@link Long#MAX_VALUE} for never
     */
    void wakeAt(long nanos, Runnable work);

    /** Nothing is done any more. */
    void close();
}
