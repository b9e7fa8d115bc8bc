package org.ninelives.api.system;

import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;

/**
 * A network interface as the kernel describes it (struct ifinfomsg of linux/rtnetlink.h).
 *
 * @param index the kernel's number for it; a new one each time an interface is made
 * @param name its name; may change while the index stays
 * @param mac its Ethernet address; zero for interfaces that have none
 * @param mtu largest packet, bytes
 * @param up the administrator wants it up (IFF_UP)
 * @param running it can carry packets (IFF_RUNNING)
 * @param multicast it can carry multicast (IFF_MULTICAST)
 */
public record Link(
        int index,
        InterfaceName name,
        MacAddress mac,
        int mtu,
        boolean up,
        boolean running,
        boolean multicast) {

    /** Up and running; anything else is down to VRRP. */
    public boolean usable() {
        return up && running;
    }
}
