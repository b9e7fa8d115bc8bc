package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.wire.Packets.PEER;
import static org.ninelives.vrrp.wire.Packets.SOURCE;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.ReceivedAdvert;

class OldChecksumTest {

    private static final IpAddress OTHER = IpAddress.of("192.168.1.13");

    private final ReceivedAdvert advert = new ReceivedAdvert();
    private final WireMemory memory = new WireMemory();

    @Test
    void thePseudoHeaderNamesTheGroupInTheOldForm() {
        ByteBuffer old = fromPeer(OldChecksum.FORCED);
        ByteBuffer renamed = Packets.copy(old).putInt(16, Packets.GROUP.ipv4Bits());

        assertThat(old.getShort(26) & 0xffff)
                .isEqualTo(ReferenceChecksum.ofMessage(renamed, true))
                .isNotEqualTo(ReferenceChecksum.ofMessage(old, true));
    }

    @Test
    void aPeerOfTheOldFormIsAnsweredInItAndNobodyElse() {
        AdvertValidator validator = new AdvertValidator(format(OldChecksum.AUTOMATIC), memory);
        AdvertEncoder encoder = new AdvertEncoder(format(OldChecksum.AUTOMATIC), SOURCE, memory);
        assertThat(form(encoder.encode(100, PEER, 0))).isEqualTo(ChecksumForm.PSEUDO_HEADER);

        assertThat(validator.validate(fromPeer(OldChecksum.FORCED), false, 0, advert))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(validator.found(Anomaly.OLD_CHECKSUM)).isTrue();
        assertThat(form(encoder.encode(100, PEER, 0))).isEqualTo(ChecksumForm.OLD_UNICAST);
        assertThat(form(encoder.encode(100, OTHER, 0))).isEqualTo(ChecksumForm.PSEUDO_HEADER);
    }

    @Test
    void aPeerThatWasUpdatedIsAnsweredInTheNewFormAgain() {
        AdvertValidator validator = new AdvertValidator(format(OldChecksum.AUTOMATIC), memory);
        validator.validate(fromPeer(OldChecksum.FORCED), false, 0, advert);
        validator.validate(fromPeer(OldChecksum.NEVER), false, 0, advert);

        assertThat(validator.found(Anomaly.OLD_CHECKSUM)).isFalse();
        assertThat(
                        form(
                                new AdvertEncoder(format(OldChecksum.AUTOMATIC), SOURCE, memory)
                                        .encode(100, PEER, 0)))
                .isEqualTo(ChecksumForm.PSEUDO_HEADER);
    }

    @Test
    void neverRefusesTheOldForm() {
        AdvertValidator validator = new AdvertValidator(format(OldChecksum.NEVER), memory);

        assertThat(validator.validate(fromPeer(OldChecksum.FORCED), false, 0, advert))
                .isEqualTo(Verdict.WRONG_CHECKSUM);
        assertThat(memory.senders()).isEmpty();
    }

    @Test
    void neverSendsTheNewFormAlsoToWhomTheOldOneWasSentBefore() {
        new AdvertValidator(format(OldChecksum.AUTOMATIC), memory)
                .validate(fromPeer(OldChecksum.FORCED), false, 0, advert);
        AdvertEncoder reloaded = new AdvertEncoder(format(OldChecksum.NEVER), SOURCE, memory);

        assertThat(form(reloaded.encode(100, PEER, 0))).isEqualTo(ChecksumForm.PSEUDO_HEADER);
    }

    @Test
    void forcedSendsTheOldFormToEverybodyAndHearsBoth() {
        AdvertValidator validator = new AdvertValidator(format(OldChecksum.FORCED), memory);
        AdvertEncoder encoder = new AdvertEncoder(format(OldChecksum.FORCED), SOURCE, memory);

        assertThat(form(encoder.encode(100, OTHER, 0))).isEqualTo(ChecksumForm.OLD_UNICAST);
        assertThat(validator.validate(fromPeer(OldChecksum.FORCED), false, 0, advert))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(validator.validate(fromPeer(OldChecksum.NEVER), false, 0, advert))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void itIsNoFormOfMulticast() {
        AdvertFormat multicast = Packets.version3();
        ByteBuffer packet =
                Packets.encoder(FormatBuilder.of(3, "192.168.1.100").build())
                        .encode(100, Packets.GROUP, 0);

        assertThat(form(packet)).isEqualTo(ChecksumForm.PSEUDO_HEADER);
        assertThat(AdvertChecksum.canBeOld(multicast)).isFalse();
        assertThat(AdvertChecksum.canBeOld(Packets.unicast(255))).as("version 2").isFalse();
    }

    private static AdvertFormat format(OldChecksum oldChecksum) {
        return FormatBuilder.of(3, "192.168.1.100")
                .to(PEER.toString(), OTHER.toString())
                .oldChecksum(oldChecksum)
                .build();
    }

    private static ByteBuffer fromPeer(OldChecksum oldChecksum) {
        return Packets.copy(
                new AdvertEncoder(format(oldChecksum), PEER, new WireMemory())
                        .encode(100, SOURCE, 0));
    }

    private static ChecksumForm form(ByteBuffer packet) {
        AdvertView view = new AdvertView();
        assertThat(view.over(packet)).isTrue();
        return AdvertChecksum.formOf(view);
    }
}
