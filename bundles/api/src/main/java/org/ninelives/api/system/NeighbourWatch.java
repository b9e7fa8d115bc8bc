package org.ninelives.api.system;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hears who claims addresses on one interface: ARP (RFC 826) or neighbour advertisements (RFC 4861
 * section 4.4), whoever they are for. Frames that leave this interface are not heard. Loop thread
 * only.
 */
@ProviderType
public interface NeighbourWatch extends AutoCloseable {

    /** Hears frames, on the loop's thread. */
    @ConsumerType
    interface Receiver {

        /**
         * A frame has come.
         *
         * @param nowNanos the time of this turn
         * @param linkIndex the interface it came by
         * @param frame the frame from position 0 to its limit, Ethernet header included; nothing of
         *     it is checked beyond its being ARP or a neighbour advertisement. Belongs to the watch
         *     and is used again
         */
        void heard(long nowNanos, int linkIndex, ByteBuffer frame);
    }

    @Override
    void close();
}
