package org.ninelives.vrrp.wire;

import java.util.Arrays;
import java.util.List;
import org.ninelives.api.net.IpAddress;

/** Formats for tests: multicast, VRID 51, one advert a second, unless told otherwise. */
final class FormatBuilder {

    private final int version;
    private final List<IpAddress> addresses;
    private Authentication authentication = Authentication.NONE;
    private List<UnicastPeer> peers = List.of();
    private boolean checkSource;
    private int timeToLive = 255;
    private boolean checksumAsV2;
    private OldChecksum oldChecksum = OldChecksum.AUTOMATIC;
    private boolean skipCheck;
    private boolean deaf;

    private FormatBuilder(int version, List<IpAddress> addresses) {
        this.version = version;
        this.addresses = addresses;
    }

    static FormatBuilder of(int version, String... addresses) {
        return new FormatBuilder(version, Arrays.stream(addresses).map(IpAddress::of).toList());
    }

    FormatBuilder with(Authentication authentication) {
        this.authentication = authentication;
        return this;
    }

    FormatBuilder password(String password) {
        return with(new Authentication.SimpleText(Password.of(password)));
    }

    FormatBuilder ah(String password) {
        return with(new Authentication.IpsecAh(Password.of(password)));
    }

    FormatBuilder to(UnicastPeer... peers) {
        this.peers = List.of(peers);
        return this;
    }

    FormatBuilder to(String... peers) {
        this.peers = Arrays.stream(peers).map(IpAddress::of).map(UnicastPeer::of).toList();
        return this;
    }

    FormatBuilder checkingSource() {
        checkSource = true;
        return this;
    }

    FormatBuilder timeToLive(int timeToLive) {
        this.timeToLive = timeToLive;
        return this;
    }

    FormatBuilder checksumAsV2() {
        checksumAsV2 = true;
        return this;
    }

    FormatBuilder oldChecksum(OldChecksum oldChecksum) {
        this.oldChecksum = oldChecksum;
        return this;
    }

    FormatBuilder skippingCheck() {
        skipCheck = true;
        return this;
    }

    FormatBuilder deaf() {
        deaf = true;
        return this;
    }

    AdvertFormat build() {
        AdvertFormat plain = AdvertFormat.multicast(version, 51, Packets.SECOND, addresses);
        return new AdvertFormat(
                plain.family(),
                version,
                plain.virtualRouterId(),
                plain.advertIntervalNanos(),
                addresses,
                authentication,
                peers,
                checkSource,
                timeToLive,
                checksumAsV2,
                oldChecksum,
                skipCheck,
                deaf);
    }
}
