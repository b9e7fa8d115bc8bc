package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.SystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once that adverts do not leave by a socket; hears nothing. */
final class SendFailures implements AdvertSocket.Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(SendFailures.class);

    private final String where;
    private boolean told;

    SendFailures(String where) {
        this.where = where;
    }

    @Override
    public void received(long nowNanos, ByteBuffer packet, boolean truncated) {}

    @Override
    public void sendFailed(IpAddress destination, SystemException cause) {
        if (!told) {
            told = true;
            LOG.warn("adverts on {} do not reach {}: {}", where, destination, cause.getMessage());
        }
    }
}
