package org.ninelives.check.engine;

/** Gives a look a thread of its own. */
@FunctionalInterface
interface Starter {

    /**
     * A virtual thread: nearly free, but it may hold a processor of all others if it never waits.
     */
    Starter VIRTUAL = (keyword, work) -> Thread.startVirtualThread(work);

    /** A thread of the kernel, which shares the processors whatever the code in it does. */
    Starter PLATFORM =
            (keyword, work) -> Thread.ofPlatform().daemon().name("check-" + keyword).start(work);

    /** Starts and returns. */
    Thread start(String keyword, Runnable work);
}
