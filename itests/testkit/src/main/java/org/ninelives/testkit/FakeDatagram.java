package org.ninelives.testkit;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Datagram;

/** A UDP packet on its way. */
record FakeDatagram(
        IpAddress source,
        IpAddress destination,
        int hopLimit,
        ByteBuffer payload,
        boolean truncated)
        implements Datagram {

    @Override
    public ByteBuffer payload() {
        return payload.duplicate();
    }

    @Override
    public boolean isFrom(IpAddress address) {
        return source.equals(address);
    }

    @Override
    public boolean isTo(IpAddress address) {
        return destination.equals(address);
    }
}
