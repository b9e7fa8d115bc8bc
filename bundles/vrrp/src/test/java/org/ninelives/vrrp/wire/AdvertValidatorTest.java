package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.wire.Packets.GROUP;
import static org.ninelives.vrrp.wire.Packets.SECOND;
import static org.ninelives.vrrp.wire.Packets.SOURCE;
import static org.ninelives.vrrp.wire.Packets.VIP;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.ReceivedAdvert;

class AdvertValidatorTest {

    private static final int VRRP = 20;

    private final ReceivedAdvert advert = new ReceivedAdvert();

    @Test
    void anAcceptedAdvertIsRead() {
        ByteBuffer packet = Packets.advert(Packets.withPassword("1111"));

        assertThat(verdict(Packets.withPassword("1111"), packet)).isEqualTo(Verdict.ACCEPTED);
        assertThat(advert.priority()).isEqualTo(100);
        assertThat(advert.intervalNanos()).isEqualTo(SECOND);
        assertThat(advert.source()).isEqualTo(SOURCE);
        assertThat(packet.position()).isZero();
    }

    @Test
    void aPacketNeedNotBeginAtZero() {
        ByteBuffer alone = Packets.advert(Packets.version3());
        ByteBuffer behind = ByteBuffer.allocate(100).position(30).put(alone).flip().position(30);

        assertThat(verdict(Packets.version3(), behind)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void optionsInTheInternetHeaderAreSteppedOver() {
        ByteBuffer plain = Packets.advert(Packets.version2());
        ByteBuffer withOptions = ByteBuffer.allocate(44);
        withOptions.put(plain.slice(0, 20)).putInt(0x01010101).put(plain.slice(20, 20)).flip();
        withOptions.put(0, (byte) 0x46).putShort(2, (short) 44);

        assertThat(verdict(Packets.version2(), withOptions)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void truncatedAndShortPacketsAreNotRead() {
        ByteBuffer packet = Packets.advert(Packets.version2());

        assertThat(Packets.validator(Packets.version2()).validate(packet, true, 0, advert))
                .isEqualTo(Verdict.TRUNCATED);
        for (int bytes = 0; bytes < 28; bytes++) {
            assertThat(verdict(Packets.version2(), Packets.copy(packet).limit(bytes)))
                    .isEqualTo(Verdict.MALFORMED);
        }
        for (int bytes = 28; bytes < 40; bytes++) {
            assertThat(verdict(Packets.version2(), Packets.copy(packet).limit(bytes)))
                    .isEqualTo(Verdict.WRONG_LENGTH);
        }
    }

    @Test
    void anotherProtocolOrFamilyIsMalformed() {
        assertThat(verdict(Packets.version2(), changed(9, 51))).isEqualTo(Verdict.MALFORMED);
        assertThat(verdict(Packets.version2(), changed(0, 0x65))).isEqualTo(Verdict.MALFORMED);
        assertThat(verdict(Packets.version2(), changed(0, 0x44))).isEqualTo(Verdict.MALFORMED);
    }

    @Test
    void paddingOfEthernetIsTolerated() {
        ByteBuffer padded = padded(46);
        assertThat(verdict(Packets.version2(), padded)).isEqualTo(Verdict.ACCEPTED);

        assertThat(verdict(Packets.version2(), padded(47))).isEqualTo(Verdict.WRONG_LENGTH);
    }

    @Test
    void paddingIsNotCountedAsAddresses() {
        ByteBuffer packet = padded(46);
        packet.put(VRRP + Layout.COUNT, (byte) 3);

        assertThat(verdict(Packets.version2(), packet)).isEqualTo(Verdict.WRONG_LENGTH);
    }

    @Test
    void multicastNeedsTimeToLive255() {
        assertThat(verdict(Packets.version2(), changed(8, 254))).isEqualTo(Verdict.WRONG_TTL);
    }

    @Test
    void theVersionMustBeTheConfiguredOne() {
        assertThat(verdict(Packets.version3(), Packets.advert(Packets.version2())))
                .isEqualTo(Verdict.WRONG_VERSION);
        assertThat(verdict(Packets.version2(), Packets.advert(Packets.version3())))
                .isEqualTo(Verdict.WRONG_VERSION);
    }

    @Test
    void authenticationTypeAndPasswordMustBeOurs() {
        ByteBuffer with = Packets.advert(Packets.withPassword("1111"));

        assertThat(verdict(Packets.version2(), with)).isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
        assertThat(verdict(Packets.withPassword("1112"), with)).isEqualTo(Verdict.WRONG_PASSWORD);
        assertThat(verdict(Packets.withPassword("1111"), Packets.advert(Packets.version2())))
                .isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
        assertThat(verdict(Packets.version2(), changed(VRRP + 4, 3)))
                .isEqualTo(Verdict.INVALID_AUTH_TYPE);
    }

    @Test
    void aPasswordHasEightBytesAndNoText() {
        assertThat(Password.of("12345678")).isEqualTo(Password.of("123456789"));
        assertThat(Password.of("1111")).isNotEqualTo(Password.of("11110"));
        assertThat(Password.of("1111")).hasToString("********");
    }

    @Test
    void version2DropsAnotherInterval() {
        assertThat(verdict(Packets.version2(), changed(VRRP + 5, 2)))
                .isEqualTo(Verdict.INTERVAL_MISMATCH);
    }

    @Test
    void version3AcceptsAnotherIntervalAndSaysSo() {
        ByteBuffer packet = Packets.advert(Packets.version3());
        packet.putShort(VRRP + 4, (short) 0xf019); // the four high bits are reserved
        Packets.resum(packet, true);
        AdvertValidator validator = Packets.validator(Packets.version3());

        assertThat(validator.validate(packet, false, 0, advert)).isEqualTo(Verdict.ACCEPTED);
        assertThat(validator.found(Anomaly.INTERVAL_DIFFERS)).isTrue();
        assertThat(advert.intervalNanos()).isEqualTo(SECOND / 4);
    }

    @Test
    void theTypeMustBeAdvertisement() {
        assertThat(verdict(Packets.version2(), changed(VRRP, 0x22)))
                .isEqualTo(Verdict.INVALID_TYPE);
    }

    @Test
    void theLengthOfTheInternetHeaderMustBeTrue() {
        assertThat(verdict(Packets.version2(), changed(3, 36))).isEqualTo(Verdict.WRONG_IP_LENGTH);
    }

    @Test
    void aWrongChecksumIsRejected() {
        assertThat(verdict(Packets.version2(), changed(VRRP + 2, 101)))
                .isEqualTo(Verdict.WRONG_CHECKSUM);
    }

    @Test
    void version3AcceptsBothReadingsOfTheChecksumAndNothingElse() {
        ByteBuffer rfc5798 = Packets.advert(Packets.version3());
        ByteBuffer rfc9568 = Packets.advert(Packets.checksumAsV2());
        ByteBuffer wrong = Packets.copy(rfc9568).put(VRRP + 2, (byte) 101);

        for (AdvertFormat own : List.of(Packets.version3(), Packets.checksumAsV2())) {
            assertThat(verdict(own, rfc5798)).isEqualTo(Verdict.ACCEPTED);
            assertThat(verdict(own, rfc9568)).isEqualTo(Verdict.ACCEPTED);
            assertThat(verdict(own, wrong)).isEqualTo(Verdict.WRONG_CHECKSUM);
        }
    }

    @Test
    void theReadingOfEachSenderIsRemembered() {
        WireMemory memory = new WireMemory();
        AdvertValidator validator = new AdvertValidator(Packets.version3(), memory);

        validator.validate(Packets.advert(Packets.version3()), false, 0, advert);
        assertThat(validator.found(Anomaly.CHECKSUM_FORM_DIFFERS)).isFalse();
        AdvertEncoder peer =
                new AdvertEncoder(Packets.checksumAsV2(), Packets.PEER, new WireMemory());
        validator.validate(peer.encode(100, GROUP, 0), false, 0, advert);
        assertThat(validator.found(Anomaly.CHECKSUM_FORM_DIFFERS)).isTrue();

        assertThat(memory.senders())
                .containsExactly(
                        new HeardSender(Packets.PEER, ChecksumForm.MESSAGE),
                        new HeardSender(SOURCE, ChecksumForm.PSEUDO_HEADER));
    }

    @Test
    void theDestinationMustBeOfTheConfiguredKind() {
        ByteBuffer multicast = Packets.advert(Packets.version2());
        ByteBuffer unicast = Packets.encoder(Packets.version2()).encode(100, VIP, 0);

        assertThat(verdict(Packets.unicast(255), multicast)).isEqualTo(Verdict.WRONG_DESTINATION);
        assertThat(verdict(Packets.version2(), unicast)).isEqualTo(Verdict.WRONG_DESTINATION);
    }

    @Test
    void anOwnerMayIgnoreEverybody() {
        AdvertFormat deaf = FormatBuilder.of(2, "192.168.1.100").deaf().build();

        assertThat(verdict(deaf, Packets.advert(deaf))).isEqualTo(Verdict.IGNORED);
    }

    @Test
    void unicastMayComeFromPeersWithinTheirRangeOnly() {
        FormatBuilder near = checked(new UnicastPeer(SOURCE, 254, 255));
        FormatBuilder both =
                checked(
                        UnicastPeer.of(IpAddress.of("192.168.1.13")),
                        new UnicastPeer(SOURCE, 254, 255));
        FormatBuilder other = checked(UnicastPeer.of(IpAddress.of("192.168.1.13")));
        ByteBuffer fresh = Packets.encoder(Packets.unicast(255)).encode(100, VIP, 0);
        ByteBuffer travelled = Packets.encoder(Packets.unicast(64)).encode(100, VIP, 0);

        assertThat(verdict(Packets.unicast(255), travelled)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(both.build(), fresh)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(near.build(), travelled)).isEqualTo(Verdict.PEER_TTL);
        assertThat(verdict(other.build(), fresh)).isEqualTo(Verdict.UNKNOWN_PEER);
    }

    @Test
    void anAdvertOfAnotherVirtualRouterIsNotOurs() {
        assertThat(verdict(Packets.version2(), changed(VRRP + 1, 52)))
                .isEqualTo(Verdict.OTHER_VRID);
    }

    @Test
    void anotherAddressListIsAcceptedAndTold() {
        assertThat(anomaly(List.of(VIP), List.of(VIP, GROUP)))
                .isEqualTo(Anomaly.ADDRESS_COUNT_DIFFERS);
        assertThat(anomaly(List.of(VIP), List.of(GROUP))).isEqualTo(Anomaly.ADDRESS_MISSING);
        assertThat(anomaly(List.of(VIP, GROUP), List.of(GROUP, VIP))).isNull();
    }

    @Test
    void theListOfTheSameMasterIsNotCheckedAgainWhereThatIsConfigured() {
        AdvertFormat skipping = FormatBuilder.of(2, "192.168.1.100").skippingCheck().build();
        ByteBuffer other = Packets.advert(AdvertFormat.multicast(2, 51, SECOND, List.of(GROUP)));
        AdvertValidator validator = Packets.validator(skipping);

        validator.validate(other, false, 0, advert);
        assertThat(validator.found(Anomaly.ADDRESS_MISSING)).isTrue();
        validator.validate(other, false, 0, advert);
        assertThat(validator.found(Anomaly.ADDRESS_MISSING)).isFalse();
    }

    @Test
    void priorityZeroIsCounted() {
        ByteBuffer packet = Packets.encoder(Packets.version2()).encode(0, GROUP, 0);
        AdvertValidator validator = Packets.validator(Packets.version2());

        assertThat(validator.validate(packet, false, 0, advert)).isEqualTo(Verdict.ACCEPTED);
        assertThat(validator.found(Anomaly.PRIORITY_ZERO)).isTrue();
    }

    private static FormatBuilder checked(UnicastPeer... peers) {
        return FormatBuilder.of(2, "192.168.1.100").to(peers).checkingSource();
    }

    private Anomaly anomaly(List<IpAddress> own, List<IpAddress> received) {
        AdvertValidator validator = Packets.validator(AdvertFormat.multicast(2, 51, SECOND, own));
        ByteBuffer packet = Packets.advert(AdvertFormat.multicast(2, 51, SECOND, received));
        assertThat(validator.validate(packet, false, 0, advert)).isEqualTo(Verdict.ACCEPTED);
        for (Anomaly anomaly : Anomaly.values()) {
            if (validator.found(anomaly)) {
                return anomaly;
            }
        }
        return null;
    }

    /** A version 2 advert with one byte changed and the sums as they were. */
    private static ByteBuffer changed(int at, int value) {
        return Packets.advert(Packets.version2()).put(at, (byte) value);
    }

    private static ByteBuffer padded(int bytes) {
        return ByteBuffer.allocate(bytes).put(Packets.advert(Packets.version2())).clear();
    }

    private Verdict verdict(AdvertFormat format, ByteBuffer packet) {
        return Packets.validator(format).validate(packet, false, 0, advert);
    }
}
