package org.ninelives.vrrp.wire;

import org.ninelives.api.net.IpAddress;

/**
 * A peer adverts may come from.
 *
 * @param address its address
 * @param timeToLiveMin least TTL accepted from it, 0..255
 * @param timeToLiveMax greatest TTL accepted from it, 0..255
 */
public record UnicastPeer(IpAddress address, int timeToLiveMin, int timeToLiveMax) {

    public UnicastPeer {
        if (timeToLiveMin < 0 || timeToLiveMax > 255 || timeToLiveMin > timeToLiveMax) {
            throw new IllegalArgumentException(
                    "TTL range: " + timeToLiveMin + ".." + timeToLiveMax + " is not within 0..255");
        }
    }

    /** A peer of any TTL. */
    public static UnicastPeer of(IpAddress address) {
        return new UnicastPeer(address, 0, 255);
    }
}
