package org.ninelives.labs;

/** The other end of a BFD session, on node {@code b}. */
interface BfdPeer extends AutoCloseable {

    /** Sends and wants a packet every so many milliseconds from now on. */
    void setInterval(int millis);

    /** Ends without a last word. */
    void kill();

    @Override
    default void close() {}
}
