package org.ninelives.api.system;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/**
 * Where packets of a route go next (struct rtnexthop of linux/rtnetlink.h).
 *
 * @param gateway the router that takes them, of either family; the destination itself is on the
 *     link when empty
 * @param device the interface they leave by; that of the route to the gateway when empty
 * @param weight its share among several hops, 1..256
 * @param onlink the gateway is on the link whatever the addresses say
 * @param encap what packets are wrapped in
 * @param realms of this hop, where a route has several; IPv4 only
 */
public record NextHop(
        Optional<IpAddress> gateway,
        Optional<InterfaceName> device,
        int weight,
        boolean onlink,
        Optional<RouteEncap> encap,
        Realms realms) {

    private static final int WEIGHT_MAX = 256;

    public NextHop {
        Unsigned.check("weight", weight, 1, WEIGHT_MAX);
        if (gateway.isEmpty() && device.isEmpty()) {
            throw new IllegalArgumentException("a next hop needs via or dev");
        }
        if (onlink && gateway.isEmpty()) {
            throw new IllegalArgumentException("onlink needs via");
        }
    }

    /** A gateway and nothing else. */
    public static NextHop via(IpAddress gateway) {
        return new NextHop(
                Optional.of(gateway), Optional.empty(), 1, false, Optional.empty(), Realms.NONE);
    }

    /** An interface and nothing else. */
    public static NextHop dev(InterfaceName device) {
        return new NextHop(
                Optional.empty(), Optional.of(device), 1, false, Optional.empty(), Realms.NONE);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        gateway.ifPresent(address -> text.append(" via ").append(address));
        device.ifPresent(name -> text.append(" dev ").append(name));
        return text.substring(Math.min(1, text.length()));
    }
}
