package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.ReceivedAdvert;

/**
 * The wire images in the appendix of the draft keepalived implements: key 00..1f, VRID 51, priority
 * 200, and what becomes of them when one byte changes.
 */
class HmacVectorTest {

    private static final String MESSAGE_4 = "3133c80100644402c0000264";
    private static final String TRAILER_4 =
            "010100006800000080000000" + "1b84bc4e8e43892dc6d98448f8ee2265";
    private static final String MESSAGE_6 = "3133c8010064a2e9fe800000000000000000000000000100";
    private static final String TRAILER_6 =
            "010100006800000080000000" + "c8c56146ebfd66ee10ec4d8186461b78";

    private static final String HEADER_4 = "45c0003c00010000ff700000c633640ae0000012";
    private static final String HEADER_6 =
            "6c000000003470fffe800000000000000000000000000010fe800000000000000000000000000020";

    private static final int MESSAGE_6_BYTES = 24;

    /** The moment of the images. */
    private static final long EPOCH_MILLIS = 0x6800_0000L * 1000 + 500;

    private static final AdvertFormat FORMAT_4 =
            FormatBuilder.of(3, "192.0.2.100").checksumAsV2().with(Hmacs.ENFORCE).build();

    private final ReceivedAdvert advert = new ReceivedAdvert();

    @Test
    void bothImagesAreAccepted() {
        ByteBuffer packet4 = Packets.ofHex(HEADER_4 + MESSAGE_4 + TRAILER_4);

        assertThat(Packets.validator(FORMAT_4).validate(packet4, false, EPOCH_MILLIS, advert))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(advert.priority()).isEqualTo(200);
        assertThat(
                        Packets.validator(format6(Hmacs.ENFORCE))
                                .validate(image6(), false, EPOCH_MILLIS, advert))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(advert.source()).isEqualTo(IpAddress.of("fe80::10"));
    }

    @Test
    void oursAreTheSame() {
        AdvertEncoder encoder4 =
                new AdvertEncoder(FORMAT_4, IpAddress.of("198.51.100.10"), new WireMemory());
        AdvertEncoder encoder6 =
                new AdvertEncoder(
                        format6(Hmacs.ENFORCE), IpAddress.of("fe80::10"), new WireMemory());

        assertThat(Packets.hex(encoder4.encode(200, Packets.GROUP, EPOCH_MILLIS)))
                .endsWith(MESSAGE_4 + TRAILER_4)
                .startsWith("45c0003c");
        assertThat(Packets.hex(encoder6.encode(200, IpAddress.of("fe80::20"), EPOCH_MILLIS)))
                .isEqualTo(HEADER_6 + MESSAGE_6 + TRAILER_6);
    }

    @ParameterizedTest
    @CsvSource({
        "priority, 2, HMAC_WRONG_MAC",
        "advert interval, 4, HMAC_WRONG_MAC",
        "checksum, 6, ACCEPTED",
        "virtual address, 23, HMAC_WRONG_MAC",
        "type, 24, HMAC_MALFORMED",
        "key id, 25, HMAC_UNKNOWN_KEY",
        "reserved, 26, HMAC_MALFORMED",
        "seconds, 28, HMAC_WRONG_MAC",
        "counter, 34, HMAC_WRONG_MAC",
        "code, 36, HMAC_WRONG_MAC",
        "last byte of the code, 51, HMAC_WRONG_MAC"
    })
    void aChangedByteIsFoundWhereTheStampIsNotHeldAgainstTheClock(
            String what, int at, Verdict expected) {
        assertThat(verdict(Hmacs.MONOTONIC, changed(at), 0)).as(what).isEqualTo(expected);
    }

    @Test
    void aChangedChecksumIsLeftToTheTestOfTheChecksum() {
        ByteBuffer changed = changed(6);

        assertThat(
                        Packets.validator(format6(Hmacs.ENFORCE))
                                .validate(changed, false, EPOCH_MILLIS, advert))
                .isEqualTo(Verdict.WRONG_CHECKSUM);
    }

    @Test
    void changedSecondsMissTheWindow() {
        assertThat(verdict(Hmacs.ENFORCE, changed(28), EPOCH_MILLIS)).isEqualTo(Verdict.HMAC_STALE);
    }

    @Test
    void theSourceIsSigned() {
        ByteBuffer other = image6().put(Ipv6Header.SOURCE + 15, (byte) 0x20);

        assertThat(verdict(Hmacs.ENFORCE, other, EPOCH_MILLIS)).isEqualTo(Verdict.HMAC_WRONG_MAC);
    }

    @Test
    void theVridIsSigned() {
        ByteBuffer other = image6().put(Ipv6Header.BYTES + Layout.VRID, (byte) 52);

        assertThat(verdict(Hmacs.ENFORCE, other, EPOCH_MILLIS)).isEqualTo(Verdict.HMAC_WRONG_MAC);
    }

    @Test
    void theFamilyAndTheVersionAreSigned() {
        ByteBuffer version2 = image6().put(Ipv6Header.BYTES, (byte) 0x21);

        assertThat(verdict(Hmacs.ENFORCE, version2, EPOCH_MILLIS))
                .isEqualTo(Verdict.HMAC_WRONG_MAC);
    }

    private static AdvertFormat format6(AuthHmac hmac) {
        return FormatBuilder.of(3, "fe80::100").to("fe80::10").with(hmac).build();
    }

    private static ByteBuffer image6() {
        return Packets.ofHex(HEADER_6 + MESSAGE_6 + TRAILER_6);
    }

    /** The image with one bit of one byte of the message or trailer changed. */
    private static ByteBuffer changed(int at) {
        ByteBuffer packet = image6();
        int index = Ipv6Header.BYTES + at;
        assertThat(index).isLessThan(Ipv6Header.BYTES + MESSAGE_6_BYTES + HmacTrailer.BYTES);
        return packet.put(index, (byte) (packet.get(index) ^ 1));
    }

    private static Verdict verdict(AuthHmac hmac, ByteBuffer packet, long epochMillis) {
        AdvertView view = new AdvertView();
        assertThat(view.over(packet)).isTrue();
        return new HmacVerifier(hmac, format6(hmac), new WireMemory()).verify(view, epochMillis);
    }
}
