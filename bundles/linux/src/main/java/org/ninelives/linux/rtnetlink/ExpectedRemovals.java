package org.ninelives.linux.rtnetlink;

import java.util.HashMap;
import java.util.Map;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.linux.netlink.NetlinkReader;

/**
 * Which removals are no news, because this loop asked for them. Events of IPv4 say who asked, also
 * where the kernel removes more than was asked for; those of IPv6 never do (inet6_ifa_notify of the
 * kernel's net/ipv6/addrconf.c), so each is remembered.
 */
final class ExpectedRemovals {

    private record Removal(int linkIndex, IpPrefix prefix) {}

    /** No port is 0. */
    private int ownPortId;

    private final Map<Removal, Integer> ipv6 = new HashMap<>();

    /** All removals of IPv4 by this port are expected. */
    void by(int portId) {
        ownPortId = portId;
    }

    /** The kernel has removed this address, and its event will come. */
    void add(InterfaceAddress removed) {
        if (removed.prefix().address().family() == IpAddress.Family.IPV6) {
            ipv6.merge(new Removal(removed.linkIndex(), removed.prefix()), 1, Integer::sum);
        }
    }

    /** Whether the event of a removal was expected; it comes once. */
    boolean has(NetlinkReader event, InterfaceAddress removed) {
        if (removed.prefix().address().family() == IpAddress.Family.IPV4) {
            return event.portId() == ownPortId;
        }
        Removal removal = new Removal(removed.linkIndex(), removed.prefix());
        boolean expected = ipv6.containsKey(removal);
        ipv6.computeIfPresent(removal, (key, count) -> count == 1 ? null : count - 1);
        return expected;
    }

    /** The events that were still to come have been read or are lost. */
    void clear() {
        ipv6.clear();
    }
}
