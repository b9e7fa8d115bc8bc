package org.ninelives.api.system;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/** Sends Ethernet frames, such as gratuitous ARP. Loop thread only. */
@ProviderType
public interface FrameSocket extends AutoCloseable {

    /**
     * Queues a frame, in order with everything else the loop is asked for. A frame that the
     * interface refuses is logged and forgotten.
     *
     * @param linkIndex where it leaves
     * @param frame from position to limit, Ethernet header included; copied, so the caller may use
     *     the buffer again
     */
    void send(int linkIndex, ByteBuffer frame);

    @Override
    void close();
}
