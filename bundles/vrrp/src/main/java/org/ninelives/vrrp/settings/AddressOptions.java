package org.ninelives.vrrp.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
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

    /** The flags that have a word of their own. */
    private static final Map<AddressFlag, String> WORDS =
            new EnumMap<>(
                    Map.of(
                            AddressFlag.HOME, "home",
                            AddressFlag.MANAGE_TEMPORARY, "mngtmpaddr",
                            AddressFlag.NO_PREFIX_ROUTE, "noprefixroute",
                            AddressFlag.AUTOJOIN, "autojoin"));

    /** What holds for an IPv4 address when no word is written. */
    public static final AddressOptions DEFAULT =
            new AddressOptions(Optional.empty(), Set.of(), FOREVER, true, false);

    public AddressOptions {
        flags = Set.copyOf(flags);
    }

    /**
     * How long a virtual address is a good source where nothing is said: one of IPv6 that is of no
     * network never is, because it moves.
     */
    static long preferredDefault(IpPrefix prefix) {
        boolean moves = prefix.length() == IpAddress.Family.IPV6.bits();
        return moves ? 0 : FOREVER;
    }

    /** The words of an ADDR-ENTRY that ask for this, each with a blank before it. */
    String words(IpPrefix prefix) {
        boolean ipv4 = prefix.address().family() == IpAddress.Family.IPV4;
        StringBuilder text = new StringBuilder();
        peer.ifPresent(address -> text.append(" peer ").append(address));
        for (Map.Entry<AddressFlag, String> word : WORDS.entrySet()) {
            if (flags.contains(word.getKey())) {
                text.append(' ').append(word.getValue());
            }
        }
        if (!ipv4 && !flags.contains(AddressFlag.NO_DAD)) {
            text.append(" -nodad");
        }
        if (preferredSeconds != preferredDefault(prefix)) {
            text.append(" preferred_lft ")
                    .append(preferredSeconds == FOREVER ? "forever" : preferredSeconds);
        }
        return text.append(tracked ? "" : " no_track")
                .append(onVirtualInterface ? " use_vmac" : "")
                .toString();
    }
}
