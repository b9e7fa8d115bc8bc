package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.ReceivedAdvert;

class Ipv6AdvertTest {

    private static final AdvertFormat FORMAT = Captured.IPV6.format();
    private static final IpAddress GROUP = IpAddress.of("ff02::12");
    private static final IpAddress SOURCE = IpAddress.of("fe80::1");
    private static final IpAddress PEER = IpAddress.of("2001:db8::1");
    private static final int VRRP = Ipv6Header.BYTES;

    private final ReceivedAdvert advert = new ReceivedAdvert();

    @ParameterizedTest
    @CsvSource({
        "0, 0x4c, MALFORMED",
        "5, 39, WRONG_IP_LENGTH",
        "6, 17, MALFORMED",
        "7, 254, WRONG_TTL",
        "8, 0x20, WRONG_CHECKSUM",
        "24, 0x20, WRONG_CHECKSUM",
        "40, 0x21, WRONG_VERSION",
        "40, 0x32, INVALID_TYPE",
        "41, 52, OTHER_VRID",
        "42, 151, WRONG_CHECKSUM",
        "43, 1, WRONG_LENGTH",
        "43, 3, WRONG_LENGTH"
    })
    void aChangedByteIsFound(int at, String value, Verdict expected) {
        ByteBuffer packet = Captured.IPV6.packet().put(at, Integer.decode(value).byteValue());

        assertThat(verdict(FORMAT, packet)).isEqualTo(expected);
    }

    @Test
    void whatMayChangeOnTheWayIsNotHeldAgainstUnicast() {
        ByteBuffer packet = Captured.IPV6_UNICAST.packet();
        packet.putInt(0, 0x6000_0000).put(Ipv6Header.HOP_LIMIT, (byte) 3);

        assertThat(verdict(Captured.IPV6_UNICAST.format(), packet)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void shortPacketsAreNotRead() {
        ByteBuffer packet = Captured.IPV6.packet();

        for (int bytes = 0; bytes < VRRP + Layout.VRRP_HEADER; bytes++) {
            assertThat(verdict(FORMAT, packet.duplicate().limit(bytes)))
                    .isEqualTo(Verdict.MALFORMED);
        }
        for (int bytes = VRRP + Layout.VRRP_HEADER; bytes < packet.limit(); bytes++) {
            assertThat(verdict(FORMAT, packet.duplicate().limit(bytes)))
                    .isEqualTo(Verdict.WRONG_LENGTH);
        }
    }

    @Test
    void theOtherFamilyIsMalformed() {
        assertThat(verdict(FORMAT, Captured.VERSION_3.packet())).isEqualTo(Verdict.MALFORMED);
        assertThat(verdict(Captured.VERSION_3.format(), Captured.IPV6.packet()))
                .isEqualTo(Verdict.MALFORMED);
        String text = Complaints.text("VI_6", FORMAT, Verdict.MALFORMED, Captured.PASS.packet(), 0);
        assertThat(text).isEqualTo("(VI_6) received a malformed packet of 40 bytes, ignoring it");
    }

    @Test
    void theDestinationMustBeOfTheConfiguredKind() {
        ByteBuffer unicast = new AdvertEncoder(FORMAT, SOURCE, new WireMemory()).encode(1, PEER, 0);
        ByteBuffer multicast =
                new AdvertEncoder(Captured.IPV6_UNICAST.format(), SOURCE, new WireMemory())
                        .encode(1, GROUP, 0);

        assertThat(verdict(FORMAT, unicast)).isEqualTo(Verdict.WRONG_DESTINATION);
        assertThat(verdict(Captured.IPV6_UNICAST.format(), multicast))
                .isEqualTo(Verdict.WRONG_DESTINATION);
    }

    @Test
    void unicastMayComeFromPeersWithinTheirRangeOnly() {
        FormatBuilder format = FormatBuilder.of(3, "fe80::100", "2001:db8::100").checkingSource();
        ByteBuffer packet = Captured.IPV6_UNICAST.packet();

        assertThat(verdict(format.to(new UnicastPeer(PEER, 64, 64)).build(), packet))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(format.to(new UnicastPeer(PEER, 65, 255)).build(), packet))
                .isEqualTo(Verdict.PEER_TTL);
        AdvertFormat other = format.to("2001:db8:1::1").build();
        assertThat(verdict(other, packet))
                .as("the low half is the same")
                .isEqualTo(Verdict.UNKNOWN_PEER);
    }

    @Test
    void addressesAreComparedWhole() {
        AdvertValidator validator =
                Packets.validator(FormatBuilder.of(3, "2001:db8::100", "2001:db8:1::100").build());

        assertThat(validator.validate(Captured.IPV6.packet(), false, 0, advert))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(validator.found(Anomaly.ADDRESS_MISSING)).isTrue();
    }

    @Test
    void anotherMasterIsToldByTheHighHalfToo() {
        AdvertFormat format = FormatBuilder.of(3, "fe80::100").skippingCheck().build();
        AdvertFormat differs = FormatBuilder.of(3, "fe80::101").build();
        AdvertValidator validator = Packets.validator(format);

        for (String source : List.of("fe80::1", "2001:db8::1")) {
            ByteBuffer packet =
                    new AdvertEncoder(differs, IpAddress.of(source), new WireMemory())
                            .encode(100, GROUP, 0);
            validator.validate(packet, false, 0, advert);
            assertThat(validator.found(Anomaly.ADDRESS_MISSING)).as(source).isTrue();
            assertThat(advert.source()).isEqualTo(IpAddress.of(source));
        }
    }

    @Test
    void fewerAddressesFit() {
        assertThat(FORMAT.addressesThatFit(1500)).isEqualTo(90);
        assertThat(FORMAT.addressesThatFit(1280)).isEqualTo(77);
        assertThat(FORMAT.addressesThatFit(40)).isZero();
        assertThat(FORMAT.addressesThatFit(9000)).isEqualTo(255);
        assertThat(Captured.IPV6_VERSION_2.format().addressesThatFit(1500)).isEqualTo(90);
        assertThat(
                        FormatBuilder.of(3, "fe80::100")
                                .with(Hmacs.ENFORCE)
                                .build()
                                .addressesThatFit(1500))
                .isEqualTo(89);
    }

    @Test
    void theLongestAdvertIsSignedAndRead() {
        String[] all = IntStream.range(0, 255).mapToObj(i -> "fe80::" + i).toArray(String[]::new);
        AdvertFormat format = FormatBuilder.of(3, all).with(Hmacs.ENFORCE).build();
        ByteBuffer packet = new AdvertEncoder(format, SOURCE, new WireMemory()).encode(1, GROUP, 0);

        assertThat(packet.remaining()).isEqualTo(40 + 8 + 255 * 16 + 28);
        assertThat(verdict(format, packet)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aPeekFindsTheVirtualRouterAndTheSource() {
        ByteBuffer packet = Captured.IPV6_UNICAST.packet();

        assertThat(PacketPeek.virtualRouterId(packet)).isEqualTo(51);
        assertThat(PacketPeek.isFrom(packet, PEER)).isTrue();
        assertThat(PacketPeek.isFrom(packet, SOURCE)).isFalse();
        assertThat(PacketPeek.isFrom(packet, Packets.SOURCE)).isFalse();
        assertThat(PacketPeek.virtualRouterId(Captured.AH.packet())).isEqualTo(51);
        assertThat(PacketPeek.virtualRouterId(ByteBuffer.allocate(0))).isEqualTo(PacketPeek.NONE);
    }

    private Verdict verdict(AdvertFormat format, ByteBuffer packet) {
        return Packets.validator(format).validate(packet, false, 0, advert);
    }
}
