package org.ninelives.vrrp.wire;

import java.util.List;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.Timers;

/**
 * What the adverts of one virtual router look like, those it sends and those it accepts.
 *
 * @param family of the packets and of all addresses here
 * @param version 2 or 3
 * @param virtualRouterId 1..255
 * @param advertIntervalNanos own interval; whole seconds in version 2, hundredths in version 3
 * @param addresses the virtual addresses in the order of the configuration, at most 255
 * @param authentication how adverts prove where they come from
 * @param peers where unicast adverts go; multicast if empty
 * @param checkSource whether unicast adverts are refused unless they come from a peer and with a
 *     TTL of its range ({@code check_unicast_src})
 * @param timeToLive TTL or hop limit of packets sent, 255 for multicast
 * @param checksumAsV2 version 3 over IPv4 without the pseudo header in the checksum ({@code
 *     v3_checksum_as_v2}); both forms are accepted in any case
 * @param oldChecksum which part a third form plays for version 3 unicast over IPv4
 * @param skipCheckForSameMaster whether the address list of the master heard last is not checked
 *     again ({@code skip_check_adv_addr})
 * @param ignoreAdverts whether every advert is dropped ({@code owner_ignore_adverts} of an owner)
 */
public record AdvertFormat(
        IpAddress.Family family,
        int version,
        int virtualRouterId,
        long advertIntervalNanos,
        List<IpAddress> addresses,
        Authentication authentication,
        List<UnicastPeer> peers,
        boolean checkSource,
        int timeToLive,
        boolean checksumAsV2,
        OldChecksum oldChecksum,
        boolean skipCheckForSameMaster,
        boolean ignoreAdverts) {

    /** The number of addresses the one byte of the header can count. */
    public static final int ADDRESSES_MAX = 255;

    /** What multicast is sent with and must be received with, RFC 9568 section 5.1.1.3. */
    public static final int MULTICAST_TTL = 255;

    static final long SECOND_NANOS = 1_000_000_000L;
    static final long CENTISECOND_NANOS = 10_000_000L;

    public AdvertFormat {
        check(version == 2 || version == 3, "version: " + version + " is not 2 or 3");
        check(
                virtualRouterId >= 1 && virtualRouterId <= 255,
                "VRID: " + virtualRouterId + " is not in 1..255");
        check(timeToLive >= 1 && timeToLive <= 255, "TTL: " + timeToLive + " is not in 1..255");
        check(
                (version == 2 && family == IpAddress.Family.IPV4)
                        || authentication instanceof Authentication.None
                        || authentication instanceof AuthHmac,
                "only version 2 over IPv4 has a password");
        check(addresses.size() <= ADDRESSES_MAX, "an advert holds at most 255 addresses");
        check(
                Timers.isAdvertInterval(version, advertIntervalNanos),
                "advert interval: " + advertIntervalNanos + " ns cannot be told in an advert");
        addresses = List.copyOf(addresses);
        peers = List.copyOf(peers);
        addresses.forEach(address -> checkFamily(family, address));
        peers.forEach(peer -> checkFamily(family, peer.address()));
    }

    /**
     * A multicast format without authentication and with everything else at its default. The family
     * is that of the first address, IPv4 without any.
     */
    public static AdvertFormat multicast(
            int version, int virtualRouterId, long advertIntervalNanos, List<IpAddress> addresses) {
        return new AdvertFormat(
                addresses.isEmpty() ? IpAddress.Family.IPV4 : addresses.getFirst().family(),
                version,
                virtualRouterId,
                advertIntervalNanos,
                addresses,
                Authentication.NONE,
                List.of(),
                false,
                MULTICAST_TTL,
                false,
                OldChecksum.AUTOMATIC,
                false,
                false);
    }

    /** Whether adverts go to peers rather than to a multicast group. */
    public boolean unicast() {
        return !peers.isEmpty();
    }

    /** How many addresses fit into one advert of this format on an interface of this MTU. */
    public int addressesThatFit(int mtuBytes) {
        return Math.clamp(
                (mtuBytes - Layout.bytesBesideAddresses(this)) / family.bytes(), 0, ADDRESSES_MAX);
    }

    private static void checkFamily(IpAddress.Family family, IpAddress address) {
        check(
                address.family() == family,
                address
                        + " is not an "
                        + (family == IpAddress.Family.IPV4 ? "IPv4" : "IPv6")
                        + " address");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
