package org.ninelives.vrrp.settings;

import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AddressFlag;

/**
 * The rarer words of an ADDR-ENTRY.
 *
 * @param peer the other end of a point-to-point link, whose network the prefix length then is of;
 *     none when empty
 * @param flags what the kernel shall do about it; {@link AddressFlag#NO_DAD} is on for IPv6 unless
 *     {@code -nodad} is written
 * @param preferredSeconds how long it may be chosen as a source address: 0 for never, {@link
 *     #FOREVER}
 * @param tracked its loss makes a master step down
 * @param onVirtualInterface it is put on a virtual interface with the MAC of the virtual router
 */
public record AddressOptions(
        Optional<IpAddress> peer,
        Set<AddressFlag> flags,
        long preferredSeconds,
        boolean tracked,
        boolean onVirtualInterface) {

    /** INFINITY_LIFE_TIME of the kernel's net/addrconf.h. */
    public static final long FOREVER = 0xffff_ffffL;

    /** What holds for an IPv4 address when no word is written. */
    public static final AddressOptions DEFAULT =
            new AddressOptions(Optional.empty(), Set.of(), FOREVER, true, false);

    public AddressOptions {
        flags = Set.copyOf(flags);
    }
}
