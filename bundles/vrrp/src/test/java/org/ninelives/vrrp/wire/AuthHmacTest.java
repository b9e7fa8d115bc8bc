package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.ReceivedAdvert;
import org.ninelives.vrrp.wire.AuthHmac.AntiReplay;
import org.ninelives.vrrp.wire.AuthHmac.Mode;

class AuthHmacTest {

    private static final long NOW = 1_800_000_000_000L;
    private static final long HOUR = 3_600_000;
    private static final AuthHmac PERMISSIVE =
            Hmacs.of(Mode.PERMISSIVE, AntiReplay.TIME, 1, Hmacs.KEY_1);
    private static final AuthHmac RECEIVE_ONLY =
            Hmacs.of(Mode.RECEIVE_ONLY, AntiReplay.TIME, 1, Hmacs.KEY_1);

    private final ReceivedAdvert advert = new ReceivedAdvert();

    @Test
    void bothVersionsAndFamiliesAreSigned() {
        for (FormatBuilder builder :
                List.of(
                        FormatBuilder.of(2, "192.168.1.100"),
                        FormatBuilder.of(3, "192.168.1.100"),
                        FormatBuilder.of(2, "fe80::100"),
                        FormatBuilder.of(3, "fe80::100"))) {
            AdvertFormat format = builder.with(Hmacs.ENFORCE).build();
            boolean ipv6 = format.family() == IpAddress.Family.IPV6;
            AdvertEncoder encoder =
                    new AdvertEncoder(
                            format,
                            IpAddress.of(ipv6 ? "fe80::1" : "192.168.1.11"),
                            new WireMemory());
            ByteBuffer packet =
                    encoder.encode(100, IpAddress.of(ipv6 ? "ff02::12" : "224.0.0.18"), NOW);

            assertThat(Packets.validator(format).validate(packet, false, NOW, advert))
                    .as(format.toString())
                    .isEqualTo(Verdict.ACCEPTED);
        }
    }

    @Test
    void theTrailerTakesRoomFromTheAddresses() {
        int without = FormatBuilder.of(3, "10.0.0.1").build().addressesThatFit(576);

        assertThat(format(Hmacs.ENFORCE).addressesThatFit(576)).isEqualTo(without - 7);
        assertThat(format(RECEIVE_ONLY).addressesThatFit(576)).isEqualTo(without);
    }

    @Test
    void modesTellWhatBecomesOfAdvertsWithoutTrailer() {
        ByteBuffer unsigned = Packets.advert(Packets.version3());
        ByteBuffer signed = signed(Hmacs.ENFORCE, NOW);
        ByteBuffer forged = Packets.copy(signed).put(signed.limit() - 1, (byte) 7);

        assertThat(verdict(Hmacs.ENFORCE, unsigned)).isEqualTo(Verdict.HMAC_MISSING);
        assertThat(verdict(PERMISSIVE, unsigned)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(RECEIVE_ONLY, unsigned)).isEqualTo(Verdict.ACCEPTED);
        for (AuthHmac mode : List.of(Hmacs.ENFORCE, PERMISSIVE, RECEIVE_ONLY)) {
            assertThat(verdict(mode, signed)).isEqualTo(Verdict.ACCEPTED);
            assertThat(verdict(mode, forged)).isEqualTo(Verdict.HMAC_WRONG_MAC);
        }
    }

    @Test
    void receiveOnlySendsAdvertsAsIfThereWasNoAuthentication() {
        assertThat(Packets.hex(signed(RECEIVE_ONLY, NOW)))
                .isEqualTo(Packets.hex(Packets.advert(Packets.version3())));
    }

    @Test
    void aTrailerNobodyAskedForIsTold() {
        assertThat(
                        Packets.validator(Packets.version3())
                                .validate(signed(Hmacs.ENFORCE, NOW), false, NOW, advert))
                .isEqualTo(Verdict.HMAC_UNEXPECTED);
    }

    @Test
    void keysRotateOneStepAtATime() {
        AuthHmac old = Hmacs.of(Mode.ENFORCE, AntiReplay.TIME, 1, Hmacs.KEY_1);
        AuthHmac both = Hmacs.of(Mode.ENFORCE, AntiReplay.TIME, 1, Hmacs.KEY_1, Hmacs.KEY_2);
        AuthHmac turned = Hmacs.of(Mode.ENFORCE, AntiReplay.TIME, 2, Hmacs.KEY_1, Hmacs.KEY_2);
        AuthHmac other = Hmacs.of(Mode.ENFORCE, AntiReplay.TIME, 2, Hmacs.key(2, 33));

        assertThat(verdict(both, signed(old, NOW))).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(both, signed(turned, NOW))).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(old, signed(turned, NOW))).isEqualTo(Verdict.HMAC_UNKNOWN_KEY);
        assertThat(verdict(other, signed(turned, NOW))).isEqualTo(Verdict.HMAC_WRONG_MAC);
    }

    @Test
    void aStampMustBeWithinTheWindow() {
        ByteBuffer packet = signed(Hmacs.ENFORCE, NOW);

        assertThat(verdict(Hmacs.ENFORCE, packet, NOW + 5_000)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(Hmacs.ENFORCE, packet, NOW + 6_000)).isEqualTo(Verdict.HMAC_STALE);
        assertThat(verdict(Hmacs.ENFORCE, packet, NOW - 5_000)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(Hmacs.ENFORCE, packet, NOW - 6_000)).isEqualTo(Verdict.HMAC_STALE);
        assertThat(verdict(Hmacs.MONOTONIC, packet, NOW + HOUR)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void clocksHalfAWindowApartAreTold() {
        AdvertValidator validator = Packets.validator(format(Hmacs.ENFORCE));
        AdvertEncoder encoder = Packets.encoder(format(Hmacs.ENFORCE));

        validator.validate(encoder.encode(100, Packets.GROUP, NOW), false, NOW + 2_000, advert);
        assertThat(validator.found(Anomaly.CLOCK_SKEWED)).isFalse();
        validator.validate(encoder.encode(100, Packets.GROUP, NOW), false, NOW + 3_000, advert);
        assertThat(validator.found(Anomaly.CLOCK_SKEWED)).isTrue();
        validator.validate(encoder.encode(100, Packets.GROUP, NOW), false, NOW - 3_000, advert);
        assertThat(validator.found(Anomaly.CLOCK_SKEWED)).isTrue();
    }

    @Test
    void anAdvertIsAcceptedOnceByEachReceiver() {
        ByteBuffer packet = signed(Hmacs.ENFORCE, NOW);
        AdvertValidator first = Packets.validator(format(Hmacs.ENFORCE));

        assertThat(first.validate(packet, false, NOW, advert)).isEqualTo(Verdict.ACCEPTED);
        assertThat(first.validate(packet, false, NOW, advert)).isEqualTo(Verdict.HMAC_REPLAYED);
        assertThat(verdict(Hmacs.ENFORCE, packet)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void stampsGrowWithinOneMomentToo() {
        AdvertValidator validator = Packets.validator(format(Hmacs.ENFORCE));
        AdvertEncoder encoder = Packets.encoder(format(Hmacs.ENFORCE));

        for (int i = 0; i < 70_000; i++) {
            ByteBuffer packet = encoder.encode(100, Packets.GROUP, NOW);
            if (validator.validate(packet, false, NOW, advert) != Verdict.ACCEPTED) {
                assertThat(i).as("the advert refused").isNegative();
            }
        }
    }

    @Test
    void theNumbersOutliveTheValidator() {
        ByteBuffer packet = signed(Hmacs.ENFORCE, NOW);
        WireMemory memory = new WireMemory();
        new AdvertValidator(format(Hmacs.ENFORCE), memory).validate(packet, false, NOW, advert);
        AdvertValidator reloaded = new AdvertValidator(format(Hmacs.ENFORCE), memory);

        assertThat(reloaded.validate(packet, false, NOW, advert)).isEqualTo(Verdict.HMAC_REPLAYED);
    }

    @Test
    void aSenderWhoseClockWasSetBackStartsAgainFromTheClock() {
        WireMemory memory = new WireMemory();
        AdvertEncoder encoder = new AdvertEncoder(format(Hmacs.ENFORCE), Packets.SOURCE, memory);
        encoder.encode(100, Packets.GROUP, NOW + HOUR);

        assertThat(verdict(Hmacs.ENFORCE, encoder.encode(100, Packets.GROUP, NOW)))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aSmallStepBackLeavesTheSequenceGrowing() {
        AdvertValidator validator = Packets.validator(format(Hmacs.ENFORCE));
        AdvertEncoder encoder = Packets.encoder(format(Hmacs.ENFORCE));

        validator.validate(encoder.encode(100, Packets.GROUP, NOW), false, NOW, advert);
        ByteBuffer later = encoder.encode(100, Packets.GROUP, NOW - 2_000);
        assertThat(validator.validate(later, false, NOW - 2_000, advert))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aReceiverForgetsNumbersFromAFutureThatWasCorrected() {
        AdvertValidator validator = Packets.validator(format(Hmacs.ENFORCE));
        validator.validate(signed(Hmacs.ENFORCE, NOW + HOUR), false, NOW + HOUR, advert);
        ByteBuffer corrected = signed(Hmacs.ENFORCE, NOW);

        assertThat(validator.validate(corrected, false, NOW, advert)).isEqualTo(Verdict.ACCEPTED);
        assertThat(validator.validate(corrected, false, NOW, advert))
                .isEqualTo(Verdict.HMAC_REPLAYED);
    }

    @Test
    void monotonicNumbersNeverExpire() {
        AdvertValidator validator = Packets.validator(format(Hmacs.MONOTONIC));
        AdvertEncoder encoder = Packets.encoder(format(Hmacs.MONOTONIC));
        ByteBuffer future = Packets.copy(encoder.encode(100, Packets.GROUP, NOW + HOUR));
        ByteBuffer next = Packets.copy(encoder.encode(100, Packets.GROUP, NOW));

        assertThat(validator.validate(future, false, NOW, advert)).isEqualTo(Verdict.ACCEPTED);
        assertThat(validator.validate(next, false, NOW, advert)).isEqualTo(Verdict.ACCEPTED);
        assertThat(stamp(next)).isEqualTo(stamp(future) + 1);
        assertThat(validator.validate(signed(Hmacs.MONOTONIC, NOW), false, NOW, advert))
                .isEqualTo(Verdict.HMAC_REPLAYED);
    }

    @Test
    void stampsMayPassTheYear2038And2106() {
        for (long seconds : new long[] {0x7fff_ffffL, 0xffff_ffffL}) {
            AdvertValidator validator = Packets.validator(format(Hmacs.ENFORCE));
            AdvertEncoder encoder = Packets.encoder(format(Hmacs.ENFORCE));
            for (long millis = (seconds - 2) * 1000; millis < (seconds + 3) * 1000; millis += 500) {
                ByteBuffer packet = encoder.encode(100, Packets.GROUP, millis);
                assertThat(validator.validate(packet, false, millis, advert))
                        .isEqualTo(Verdict.ACCEPTED);
            }
        }
    }

    @Test
    void aForgedAdvertMovesNoMark() {
        AdvertValidator validator = Packets.validator(format(Hmacs.MONOTONIC));
        ByteBuffer good = signed(Hmacs.MONOTONIC, NOW);
        ByteBuffer forged = Packets.copy(good).put(good.limit() - 24, (byte) 0x7f);

        assertThat(validator.validate(forged, false, NOW, advert))
                .isEqualTo(Verdict.HMAC_WRONG_MAC);
        assertThat(validator.validate(good, false, NOW, advert)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void fourSendersOfAGroupAreRemembered() {
        AdvertValidator validator = Packets.validator(format(Hmacs.ENFORCE));
        List<ByteBuffer> packets =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> signedFrom("192.168.1." + i, format(Hmacs.ENFORCE)))
                        .toList();

        for (ByteBuffer packet : packets) {
            assertThat(validator.validate(packet, false, NOW, advert)).isEqualTo(Verdict.ACCEPTED);
        }
        for (ByteBuffer packet : packets.subList(1, 5)) {
            assertThat(validator.validate(packet, false, NOW, advert))
                    .isEqualTo(Verdict.HMAC_REPLAYED);
        }
        // The fifth took the place of the first, who was not heard for longest.
        assertThat(validator.validate(packets.getFirst(), false, NOW, advert))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void everyPeerOfUnicastIsRememberedAndNobodyElseIsHeard() {
        String[] peers =
                IntStream.rangeClosed(1, 9).mapToObj(i -> "192.168.1." + i).toArray(String[]::new);
        AdvertFormat format =
                FormatBuilder.of(3, "192.168.1.100").to(peers).with(Hmacs.ENFORCE).build();
        AdvertValidator validator = Packets.validator(format);

        for (int round = 0; round < 2; round++) {
            for (String peer : peers) {
                ByteBuffer packet = signedFrom(peer, format);
                assertThat(validator.validate(packet, false, NOW, advert))
                        .isEqualTo(round == 0 ? Verdict.ACCEPTED : Verdict.HMAC_REPLAYED);
            }
        }
        assertThat(validator.validate(signedFrom("192.168.1.77", format), false, NOW, advert))
                .isEqualTo(Verdict.UNKNOWN_PEER);
    }

    @Test
    void legacyAuthenticationMustBeAbsent() {
        AdvertFormat format = FormatBuilder.of(2, "192.168.1.100").with(PERMISSIVE).build();

        assertThat(
                        Packets.validator(format)
                                .validate(
                                        Packets.advert(Packets.withPassword("1111")),
                                        false,
                                        NOW,
                                        advert))
                .isEqualTo(Verdict.AUTH_TYPE_MISMATCH);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new HmacKey(0, new byte[32]))
                .hasMessage("key id: 0 is not in 1..255");
        assertThatThrownBy(() -> new HmacKey(7, new byte[31]))
                .hasMessage("key 7 has 31 bytes; it needs 32..64");
        assertThatThrownBy(() -> new HmacKey(7, new byte[65])).hasMessageContaining("32..64");
        assertThatThrownBy(() -> Hmacs.of(Mode.ENFORCE, AntiReplay.TIME, 2, Hmacs.KEY_1))
                .hasMessage("active_key 2 names no key");
        assertThatThrownBy(
                        () ->
                                Hmacs.of(
                                        Mode.ENFORCE,
                                        AntiReplay.TIME,
                                        1,
                                        Hmacs.KEY_1,
                                        Hmacs.key(1, 9)))
                .hasMessage("two keys have the same id");
        assertThatThrownBy(
                        () ->
                                new AuthHmac(
                                        List.of(Hmacs.KEY_1), 1, Mode.ENFORCE, AntiReplay.TIME, 0))
                .hasMessage("time_window: 0 is not in 1..300");
    }

    @Test
    void theWindowIsThreeAdvertsButNeitherShortNorLong() {
        assertThat(AuthHmac.defaultWindowSeconds(Packets.SECOND)).isEqualTo(5);
        assertThat(AuthHmac.defaultWindowSeconds(5 * Packets.SECOND / 2)).isEqualTo(8);
        assertThat(AuthHmac.defaultWindowSeconds(255 * Packets.SECOND)).isEqualTo(300);
    }

    @Test
    void keysAreComparedAndHidden() {
        assertThat(Hmacs.key(1, 0)).isEqualTo(Hmacs.KEY_1).hasSameHashCodeAs(Hmacs.KEY_1);
        assertThat(Hmacs.key(1, 1)).isNotEqualTo(Hmacs.KEY_1);
        assertThat(Hmacs.ENFORCE.toString()).contains("key 1 ********").doesNotContain("[B");
    }

    private static AdvertFormat format(AuthHmac hmac) {
        return FormatBuilder.of(3, "192.168.1.100").with(hmac).build();
    }

    private static ByteBuffer signed(AuthHmac hmac, long epochMillis) {
        return Packets.copy(Packets.encoder(format(hmac)).encode(100, Packets.GROUP, epochMillis));
    }

    /** An advert from this address, to the group or, of a unicast format, to us. */
    private static ByteBuffer signedFrom(String source, AdvertFormat format) {
        return Packets.copy(
                new AdvertEncoder(format, IpAddress.of(source), new WireMemory())
                        .encode(100, format.unicast() ? Packets.SOURCE : Packets.GROUP, NOW));
    }

    private static long stamp(ByteBuffer packet) {
        return packet.getLong(packet.limit() - HmacTrailer.BYTES + HmacTrailer.SEQUENCE);
    }

    private Verdict verdict(AuthHmac hmac, ByteBuffer packet) {
        return verdict(hmac, packet, NOW);
    }

    private Verdict verdict(AuthHmac hmac, ByteBuffer packet, long epochMillis) {
        return Packets.validator(format(hmac)).validate(packet, false, epochMillis, advert);
    }
}
