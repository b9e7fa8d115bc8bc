package org.ninelives.linux.poll;

/** Something with a descriptor that can become readable. */
public interface PollTarget {

    int fd();

    /**
     * There is something to read. Told again in the next turn while there still is.
     *
     * @param nowNanos the time of this turn
     * @param share at most how many packets to handle now, so that no descriptor starves the others
     *     or the deadlines
     */
    void readable(long nowNanos, int share);
}
