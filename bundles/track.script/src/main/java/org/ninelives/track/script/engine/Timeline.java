package org.ninelives.track.script.engine;

/** One thread after another, and time. */
interface Timeline {

    /** On the scale of {@link System#nanoTime}. */
    long nowNanos();

    /** Runs work soon, in the order of asking. Any thread. */
    void post(Runnable work);

    /** Runs work at a time, unless the answer is run before. */
    Runnable at(long nanos, Runnable work);

    /** Runs nothing any more. */
    void close();
}
