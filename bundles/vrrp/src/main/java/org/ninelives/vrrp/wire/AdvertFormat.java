package org.ninelives.vrrp.wire;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.Timers;

/**
 * What the adverts of one virtual router look like, those it sends and those it accepts.
 *
 * @param version 2 or 3
 * @param virtualRouterId 1..255
 * @param advertIntervalNanos own interval; whole seconds in version 2, hundredths in version 3
 * @param addresses the virtual addresses in the order of the configuration, IPv4, at most 255
 * @param password for version 2 only
 * @param unicast whether adverts go to peers rather than to a multicast group
 * @param timeToLive of packets sent, 255 for multicast
 * @param checksumAsV2 version 3 without the pseudo header in the checksum ({@code
 *     v3_checksum_as_v2}); both forms are then accepted
 * @param skipCheckForSameMaster whether the address list of the master heard last is not checked
 *     again ({@code skip_check_adv_addr})
 * @param ignoreAdverts whether every advert is dropped ({@code owner_ignore_adverts} of an owner)
 * @param checkedPeers where unicast adverts must come from ({@code check_unicast_src}); not checked
 *     if empty
 */
public record AdvertFormat(
        int version,
        int virtualRouterId,
        long advertIntervalNanos,
        List<IpAddress> addresses,
        Optional<Password> password,
        boolean unicast,
        int timeToLive,
        boolean checksumAsV2,
        boolean skipCheckForSameMaster,
        boolean ignoreAdverts,
        List<UnicastPeer> checkedPeers) {

    /** The number of addresses the one byte of the header can count. */
    public static final int ADDRESSES_MAX = 255;

    static final long SECOND_NANOS = 1_000_000_000L;
    static final long CENTISECOND_NANOS = 10_000_000L;

    public AdvertFormat {
        check(version == 2 || version == 3, "version: " + version + " is not 2 or 3");
        check(
                virtualRouterId >= 1 && virtualRouterId <= 255,
                "VRID: " + virtualRouterId + " is not in 1..255");
        check(timeToLive >= 1 && timeToLive <= 255, "TTL: " + timeToLive + " is not in 1..255");
        check(version == 2 || password.isEmpty(), "version 3 has no password");
        check(addresses.size() <= ADDRESSES_MAX, "an advert holds at most 255 addresses");
        check(
                Timers.isAdvertInterval(version, advertIntervalNanos),
                "advert interval: " + advertIntervalNanos + " ns cannot be told in an advert");
        addresses = List.copyOf(addresses);
        for (IpAddress address : addresses) {
            check(address.family() == IpAddress.Family.IPV4, address + " is not an IPv4 address");
        }
        checkedPeers = List.copyOf(checkedPeers);
    }

    /** A multicast format without password and with everything else at its default. */
    public static AdvertFormat multicast(
            int version, int virtualRouterId, long advertIntervalNanos, List<IpAddress> addresses) {
        return new AdvertFormat(
                version,
                virtualRouterId,
                advertIntervalNanos,
                addresses,
                Optional.empty(),
                false,
                255,
                false,
                false,
                false,
                List.of());
    }

    /** How many IPv4 addresses fit into one advert on an interface of this MTU. */
    public static int addressesThatFit(int version, int mtuBytes) {
        int fixed = Layout.IP_HEADER + Layout.VRRP_HEADER + (version == 2 ? Password.BYTES : 0);
        return Math.clamp((mtuBytes - fixed) / Integer.BYTES, 0, ADDRESSES_MAX);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
