package org.ninelives.api.system;

import java.util.Optional;
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
 * @param resolves neighbours are found by asking (not IFF_NOARP)
 * @param hardwareType ARPHRD_* of linux/if_arp.h, such as {@link #ETHERNET}
 * @param kind what made it (IFLA_INFO_KIND): {@code macvlan}, {@code bond}, {@code vrf}; empty for
 *     real hardware
 * @param group the interface group, 0 by default (IFLA_GROUP)
 * @param parent the interface it is built on, such as that below a macvlan or a VLAN, and the other
 *     end of a veth pair
 * @param master the interface it belongs to, such as a bridge, a bond or a VRF
 */
public record Link(
        int index,
        InterfaceName name,
        MacAddress mac,
        int mtu,
        boolean up,
        boolean running,
        boolean multicast,
        boolean resolves,
        int hardwareType,
        String kind,
        int group,
        Optional<Parent> parent,
        Optional<Master> master) {

    /** ARPHRD_ETHER of linux/if_arp.h. */
    public static final int ETHERNET = 1;

    /**
     * What an interface is built on.
     *
     * @param index of the other interface, in its namespace
     * @param here whether that is the namespace of this one
     */
    public record Parent(int index, boolean here) {}

    /**
     * What an interface belongs to.
     *
     * @param index of the master
     * @param kind what the master is: {@code bridge}, {@code bond}, {@code vrf}
     */
    public record Master(int index, String kind) {}

    /** An Ethernet interface that stands alone. */
    public Link(
            int index,
            InterfaceName name,
            MacAddress mac,
            int mtu,
            boolean up,
            boolean running,
            boolean multicast) {
        this(
                index,
                name,
                mac,
                mtu,
                up,
                running,
                multicast,
                true,
                ETHERNET,
                "",
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** The same under another name. */
    public Link withName(InterfaceName other) {
        return new Link(
                index,
                other,
                mac,
                mtu,
                up,
                running,
                multicast,
                resolves,
                hardwareType,
                kind,
                group,
                parent,
                master);
    }

    /** The same in another state. */
    public Link withState(boolean upNow, boolean runningNow) {
        return new Link(
                index,
                name,
                mac,
                mtu,
                upNow,
                runningNow,
                multicast,
                resolves,
                hardwareType,
                kind,
                group,
                parent,
                master);
    }

    /** Up and running; anything else is down to VRRP. */
    public boolean usable() {
        return up && running;
    }
}
