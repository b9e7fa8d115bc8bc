package org.ninelives.linux.signal;

/**
 * A real-time signal that means something. Numbers are those of glibc, which keeps 32 and 33 for
 * itself: SIGRTMIN is 34 and SIGRTMAX 64.
 */
enum RealTimeSignal {
    /** SIGRTMIN+2. */
    JSON(36),
    /** SIGRTMAX-1. */
    STATS_CLEAR(63),
    /** SIGRTMAX. */
    TDUMP(64);

    private final int number;

    RealTimeSignal(int number) {
        this.number = number;
    }

    /** Its bit in a sigset_t. */
    long bit() {
        return 1L << (number - 1);
    }

    int number() {
        return number;
    }

    static long allBits() {
        long bits = 0;
        for (RealTimeSignal signal : values()) {
            bits |= signal.bit();
        }
        return bits;
    }
}
