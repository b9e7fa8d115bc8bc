package org.ninelives.linux.rtnetlink;

import java.util.EnumSet;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AddressFlag;

/** The flags of an address as the kernel's bits. */
final class AddressFlags {

    private AddressFlags() {}

    /** The bits of those flags that may be asked for. */
    static int toAdd(Set<AddressFlag> flags) {
        int bits = 0;
        for (AddressFlag flag : flags) {
            bits |=
                    switch (flag) {
                        case SECONDARY, TENTATIVE, DAD_FAILED, DEPRECATED -> 0;
                        case NO_DAD, HOME, MANAGE_TEMPORARY, NO_PREFIX_ROUTE, AUTOJOIN -> bit(flag);
                    };
        }
        return bits;
    }

    /** The flags among these bits. */
    static Set<AddressFlag> of(int bits, IpAddress.Family family) {
        Set<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
        for (AddressFlag flag : AddressFlag.values()) {
            if ((bits & bit(flag)) != 0) {
                flags.add(flag);
            }
        }
        if (family == IpAddress.Family.IPV6) {
            // IPv6 has no secondary addresses, and uses the bit for temporary ones.
            flags.remove(AddressFlag.SECONDARY);
        }
        return flags;
    }

    private static int bit(AddressFlag flag) {
        return switch (flag) {
            case SECONDARY -> Rtnetlink.IFA_F_SECONDARY;
            case NO_DAD -> Rtnetlink.IFA_F_NODAD;
            case DAD_FAILED -> Rtnetlink.IFA_F_DADFAILED;
            case HOME -> Rtnetlink.IFA_F_HOMEADDRESS;
            case DEPRECATED -> Rtnetlink.IFA_F_DEPRECATED;
            case TENTATIVE -> Rtnetlink.IFA_F_TENTATIVE;
            case MANAGE_TEMPORARY -> Rtnetlink.IFA_F_MANAGETEMPADDR;
            case NO_PREFIX_ROUTE -> Rtnetlink.IFA_F_NOPREFIXROUTE;
            case AUTOJOIN -> Rtnetlink.IFA_F_MCAUTOJOIN;
        };
    }
}
