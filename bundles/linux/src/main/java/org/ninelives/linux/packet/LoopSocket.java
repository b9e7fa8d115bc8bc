package org.ninelives.linux.packet;

/** A socket that belongs to a loop, which closes what its users left open. */
public interface LoopSocket {

    boolean isClosed();

    void close();
}
