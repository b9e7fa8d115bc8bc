package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/**
 * What makes two configurations mean the same virtual router, so that a reload keeps its state; the
 * name does not count.
 *
 * @param interfaceName the interface it runs on; empty for a unicast instance that only has a
 *     source address
 * @param virtualRouterId VRID, 1..255
 * @param family the family of its advertised addresses and of its adverts
 * @param group the multicast group; empty for unicast
 * @param ordinal 0, or the how manieth of several unicast instances that share a VRID and have
 *     peers of their own
 */
public record InstanceKey(
        Optional<InterfaceName> interfaceName,
        int virtualRouterId,
        IpAddress.Family family,
        Optional<IpAddress> group,
        int ordinal) {

    /** Interface and VRID tell nearly all routers apart, and to look at the rest takes long. */
    @Override
    public int hashCode() {
        return 31 * interfaceName.map(name -> name.name().hashCode()).orElse(0) + virtualRouterId;
    }

    /** Whether it runs on the interface of this name. */
    public boolean isOn(InterfaceName name) {
        return interfaceName.filter(name::equals).isPresent();
    }

    /** The same router as the how manieth of several. */
    InstanceKey withOrdinal(int position) {
        return new InstanceKey(interfaceName, virtualRouterId, family, group, position);
    }
}
