package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.ReceivedAdvert;

class IpsecAhTest {

    private static final AdvertFormat FORMAT = Captured.AH.format();
    private static final int AH = Ipv4Header.BYTES;
    private static final IpAddress SOURCE = IpAddress.of("198.51.100.1");
    private static final IpAddress PEER = IpAddress.of("198.51.100.2");

    private final ReceivedAdvert advert = new ReceivedAdvert();
    private final WireMemory memory = new WireMemory();
    private final AdvertValidator validator = new AdvertValidator(FORMAT, memory);

    @Test
    void theHeaderTakesRoomFromTheAddresses() {
        int without = FormatBuilder.of(2, "10.0.0.1").build().addressesThatFit(576);

        assertThat(FORMAT.addressesThatFit(576)).isEqualTo(without - 6);
    }

    @Test
    void aHeaderIsDemandedAndNotAcceptedUnasked() {
        ByteBuffer plain = Packets.advert(Packets.version2());
        ByteBuffer withPassword = Packets.advert(Packets.withPassword("secret"));

        assertThat(verdict(plain)).isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
        assertThat(verdict(withPassword)).isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
        for (AdvertFormat other :
                new AdvertFormat[] {Packets.version2(), Packets.withPassword("secret")}) {
            assertThat(Packets.validator(other).validate(Captured.AH.packet(), false, 0, advert))
                    .isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
        }
    }

    @Test
    void theAuthenticationTypeMustSaySoToo() {
        ByteBuffer packet = Captured.AH.packet().put(AH + AhHeader.BYTES + 4, (byte) 1);

        assertThat(verdict(packet)).isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
    }

    @Test
    void theTypeAloneIsNoHeader() {
        ByteBuffer plain = Packets.advert(Packets.version2()).put(Ipv4Header.BYTES + 4, (byte) 2);

        assertThat(verdict(Packets.resum(plain, false))).isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
    }

    @Test
    void aHeaderInFrontOfVersion3IsRefused() {
        ByteBuffer message = Packets.advert(Packets.version3());
        ByteBuffer packet = Captured.AH.packet().put(44, message, 20, 12).limit(56);
        packet.putShort(2, (short) 56);

        assertThat(Packets.validator(Packets.version3()).validate(packet, false, 0, advert))
                .isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
    }

    @Test
    void anotherPasswordIsFound() {
        AdvertFormat other =
                FormatBuilder.of(2, "198.51.100.100", "198.51.100.101").ah("Secret").build();

        assertThat(Packets.validator(other).validate(Captured.AH.packet(), false, 0, advert))
                .isEqualTo(Verdict.AH_WRONG_CODE);
    }

    @Test
    void everyByteIsSignedButThoseThatChangeOnTheWay() {
        for (int at = 0; at < Captured.AH.packet().limit(); at++) {
            ByteBuffer packet = Captured.AH.packet();
            packet.put(at, (byte) (packet.get(at) ^ 1));
            boolean changesOnTheWay = at == 1 || at == 6 || at == 7 || at == 10 || at == 11;
            Verdict verdict = Packets.validator(FORMAT).validate(packet, false, 0, advert);

            assertThat(verdict == Verdict.ACCEPTED)
                    .as("byte %d: %s", at, verdict)
                    .isEqualTo(changesOnTheWay);
        }
    }

    @Test
    void theTimeToLiveOfUnicastMayCountDown() {
        ByteBuffer packet = Captured.AH_UNICAST.packet().put(Ipv4Header.TTL, (byte) 61);

        assertThat(
                        Packets.validator(Captured.AH_UNICAST.format())
                                .validate(packet, false, 0, advert))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void securityParametersAreNamedByTheSource() {
        ByteBuffer packet = Captured.AH.packet().put(AH + AhHeader.SPI, (byte) 1);

        assertThat(verdict(packet)).isEqualTo(Verdict.AH_WRONG_SPI);
    }

    @Test
    void aHeaderOfAnotherLengthOrProtocolIsMalformed() {
        assertThat(verdict(Captured.AH.packet().put(AH + AhHeader.LENGTH, (byte) 5)))
                .isEqualTo(Verdict.MALFORMED);
        assertThat(verdict(Captured.AH.packet().put(AH + AhHeader.NEXT_HEADER, (byte) 17)))
                .isEqualTo(Verdict.MALFORMED);
        for (int bytes = 0; bytes < AH + AhHeader.BYTES + 8; bytes++) {
            assertThat(verdict(Captured.AH.packet().limit(bytes))).isEqualTo(Verdict.MALFORMED);
        }
    }

    @Test
    void numbersOfASenderGrow() {
        assertThat(verdict(Captured.AH_SECOND.packet())).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(Captured.AH_SECOND.packet())).isEqualTo(Verdict.AH_REPLAYED);
        assertThat(verdict(Captured.AH.packet())).isEqualTo(Verdict.AH_REPLAYED);
        assertThat(verdict(Captured.AH_OF_PEER.packet())).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void theFirstAdvertTellsWhereTheNumbersAre() {
        assertThat(verdict(from(SOURCE, 0xf000_0000))).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(from(SOURCE, 0xf000_0001))).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void oursGoOnFromTheHighestHeard() {
        verdict(Captured.AH_OF_PEER.packet());
        AdvertEncoder encoder = new AdvertEncoder(FORMAT, SOURCE, memory);

        assertThat(sequence(encoder.encode(150, Packets.GROUP, 0))).isEqualTo(9);
        assertThat(sequence(encoder.encode(150, Packets.GROUP, 0))).isEqualTo(10);
        verdict(from(PEER, 9));
        assertThat(sequence(encoder.encode(150, Packets.GROUP, 0))).isEqualTo(11);
    }

    @Test
    void aForgedNumberTeachesNothing() {
        ByteBuffer forged = Captured.AH.packet().putInt(AH + AhHeader.SEQUENCE, 5000);

        assertThat(verdict(forged)).isEqualTo(Verdict.AH_WRONG_CODE);
        assertThat(sequence(new AdvertEncoder(FORMAT, SOURCE, memory).encode(1, PEER, 0)))
                .isEqualTo(1);
    }

    @Test
    void numbersWrapAroundAndLeaveOutZero() {
        assertThat(verdict(from(SOURCE, -1))).isEqualTo(Verdict.ACCEPTED);
        assertThat(sequence(new AdvertEncoder(FORMAT, PEER, memory).encode(1, PEER, 0)))
                .isEqualTo(1);
        assertThat(verdict(from(SOURCE, 1))).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(from(SOURCE, -1))).isEqualTo(Verdict.AH_REPLAYED);
    }

    @Test
    void aRestartedPeerIsHeardAgainOnceItHasHeardUs() {
        for (int sequence = 1; sequence < 100; sequence++) {
            verdict(from(PEER, sequence));
        }
        WireMemory restarted = new WireMemory();
        AdvertEncoder peer = new AdvertEncoder(FORMAT, PEER, restarted);
        assertThat(verdict(peer.encode(100, Packets.GROUP, 0))).isEqualTo(Verdict.AH_REPLAYED);

        ByteBuffer ours = new AdvertEncoder(FORMAT, SOURCE, memory).encode(150, Packets.GROUP, 0);
        assertThat(new AdvertValidator(FORMAT, restarted).validate(ours, false, 0, advert))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(peer.encode(100, Packets.GROUP, 0))).isEqualTo(Verdict.ACCEPTED);
    }

    private Verdict verdict(ByteBuffer packet) {
        return validator.validate(packet, false, 0, advert);
    }

    /** A rightly signed advert with this number. */
    private static ByteBuffer from(IpAddress source, int sequence) {
        WireMemory before = new WireMemory();
        before.heardAh(sequence - 1);
        return Packets.copy(
                new AdvertEncoder(FORMAT, source, before).encode(150, Packets.GROUP, 0));
    }

    private static int sequence(ByteBuffer packet) {
        return packet.getInt(AH + AhHeader.SEQUENCE);
    }
}
