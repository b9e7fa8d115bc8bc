package org.ninelives.linux.packet;

import org.ninelives.api.net.IpAddress;

/** Whoever queued a packet, when it could not leave. */
interface Sender {

    /**
     * A packet was refused.
     *
     * @param destination of the packet, as given when it was queued; null when none was given
     */
    void refused(IpAddress destination, int errno);
}
