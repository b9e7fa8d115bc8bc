package org.ninelives.vrrp.settings;

import java.util.Optional;
import java.util.OptionalLong;
import org.ninelives.api.net.IpPrefix;

/**
 * The rarer words of an ADDR-ENTRY; most are flags of linux/if_addr.h.
 *
 * @param peer the other end of a point-to-point link; none when empty
 * @param home mobile IPv6 home address (IFA_F_HOMEADDRESS)
 * @param duplicateDetection IPv6 duplicate address detection is left on; without it the address is
 *     set with IFA_F_NODAD
 * @param temporaryAddresses the kernel derives temporary addresses from it (IFA_F_MANAGETEMPADDR)
 * @param noPrefixRoute the kernel makes no route to its network (IFA_F_NOPREFIXROUTE)
 * @param autoJoin the kernel joins the multicast group (IFA_F_MCAUTOJOIN)
 * @param tracked its loss makes a master step down
 * @param preferredSeconds how long it may be chosen as a source address, 0 for never; forever when
 *     empty
 * @param onVirtualInterface it is put on a virtual interface with the MAC of the virtual router
 */
public record AddressOptions(
        Optional<IpPrefix> peer,
        boolean home,
        boolean duplicateDetection,
        boolean temporaryAddresses,
        boolean noPrefixRoute,
        boolean autoJoin,
        boolean tracked,
        OptionalLong preferredSeconds,
        boolean onVirtualInterface) {

    /** What holds when no word is written. */
    public static final AddressOptions DEFAULT =
            new AddressOptions(
                    Optional.empty(),
                    false,
                    false,
                    false,
                    false,
                    false,
                    true,
                    OptionalLong.empty(),
                    false);
}
