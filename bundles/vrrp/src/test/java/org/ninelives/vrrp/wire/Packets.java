package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;

/** Formats and packets the tests of this package share. */
final class Packets {

    static final long SECOND = 1_000_000_000L;
    static final IpAddress GROUP = IpAddress.of("224.0.0.18");
    static final IpAddress SOURCE = IpAddress.of("192.168.1.11");
    static final IpAddress VIP = IpAddress.of("192.168.1.100");

    private Packets() {}

    static AdvertFormat version2() {
        return AdvertFormat.multicast(2, 51, SECOND, List.of(VIP));
    }

    static AdvertFormat version3() {
        return AdvertFormat.multicast(3, 51, SECOND, List.of(VIP));
    }

    static AdvertFormat withPassword(String password) {
        return new AdvertFormat(
                2,
                51,
                SECOND,
                List.of(VIP),
                Optional.of(Password.of(password)),
                false,
                255,
                false,
                false,
                false,
                List.of());
    }

    static AdvertFormat checksumAsV2() {
        return new AdvertFormat(
                3,
                51,
                SECOND,
                List.of(VIP),
                Optional.empty(),
                false,
                255,
                true,
                false,
                false,
                List.of());
    }

    static AdvertFormat unicast(int timeToLive, UnicastPeer... peers) {
        return new AdvertFormat(
                2,
                51,
                SECOND,
                List.of(VIP),
                Optional.empty(),
                true,
                timeToLive,
                false,
                false,
                false,
                List.of(peers));
    }

    /** A copy of the advert of priority 100 in this format, from {@link #SOURCE}. */
    static ByteBuffer advert(AdvertFormat format) {
        return copy(new AdvertEncoder(format, SOURCE).encode(100, GROUP));
    }

    static ByteBuffer copy(ByteBuffer packet) {
        return ByteBuffer.allocate(packet.remaining()).put(packet.duplicate()).flip();
    }

    static ByteBuffer ofHex(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }

    static String hex(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.duplicate().get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Makes both checksums right again after a test has changed bytes. */
    static ByteBuffer resum(ByteBuffer packet, boolean pseudoHeader) {
        return ReferenceChecksum.write(packet, pseudoHeader);
    }
}
