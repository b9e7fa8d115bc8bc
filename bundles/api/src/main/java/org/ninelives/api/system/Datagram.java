package org.ninelives.api.system;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A UDP packet that was received, and what its header said. Belongs to the socket and is used
 * again. Only {@link #source()} and {@link #destination()} allocate.
 */
@ProviderType
public interface Datagram {

    /** What is in it, from position 0 to its limit. */
    ByteBuffer payload();

    /** The end of the payload is lost, because it was longer than 512 bytes. */
    boolean truncated();

    /** Whether it was sent from this address. */
    boolean isFrom(IpAddress address);

    /** Whether it was sent to this address. */
    boolean isTo(IpAddress address);

    IpAddress source();

    IpAddress destination();

    /** TTL or hop limit on arrival, 1..255; 0 if the kernel did not tell. */
    int hopLimit();
}
