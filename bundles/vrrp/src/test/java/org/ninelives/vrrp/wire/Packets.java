package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.ninelives.api.net.IpAddress;

/** Formats and packets the tests of this package share. */
final class Packets {

    static final long SECOND = 1_000_000_000L;
    static final IpAddress GROUP = IpAddress.of("224.0.0.18");
    static final IpAddress SOURCE = IpAddress.of("192.168.1.11");
    static final IpAddress PEER = IpAddress.of("192.168.1.12");
    static final IpAddress VIP = IpAddress.of("192.168.1.100");

    private Packets() {}

    static AdvertFormat version2() {
        return FormatBuilder.of(2, "192.168.1.100").build();
    }

    static AdvertFormat version3() {
        return FormatBuilder.of(3, "192.168.1.100").build();
    }

    static AdvertFormat withPassword(String password) {
        return FormatBuilder.of(2, "192.168.1.100").password(password).build();
    }

    static AdvertFormat checksumAsV2() {
        return FormatBuilder.of(3, "192.168.1.100").checksumAsV2().build();
    }

    /** Version 2 from {@link #SOURCE} to {@link #PEER}. */
    static AdvertFormat unicast(int timeToLive) {
        return FormatBuilder.of(2, "192.168.1.100")
                .to(PEER.toString())
                .timeToLive(timeToLive)
                .build();
    }

    /** A copy of the advert of priority 100 in this format, from {@link #SOURCE}. */
    static ByteBuffer advert(AdvertFormat format) {
        return copy(encoder(format).encode(100, GROUP, 0));
    }

    /** An encoder for adverts from {@link #SOURCE}. */
    static AdvertEncoder encoder(AdvertFormat format) {
        return new AdvertEncoder(format, SOURCE, new WireMemory());
    }

    static AdvertValidator validator(AdvertFormat format) {
        return new AdvertValidator(format, new WireMemory());
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
