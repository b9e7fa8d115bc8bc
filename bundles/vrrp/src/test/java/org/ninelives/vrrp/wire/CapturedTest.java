package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninelives.vrrp.core.ReceivedAdvert;

/** Adverts of keepalived itself are accepted, and ours are the same to the byte. */
class CapturedTest {

    private static final int FLOW_LABEL_OF_FIRST_WORD = 0x000f_ffff;

    @ParameterizedTest
    @EnumSource
    void anAdvertOfKeepalivedIsAccepted(Captured captured) {
        AdvertValidator validator = Packets.validator(captured.format());
        ReceivedAdvert advert = new ReceivedAdvert();

        assertThat(validator.validate(captured.packet(), false, 0, advert))
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(advert.priority()).isEqualTo(captured == Captured.AH_OF_PEER ? 100 : 150);
        assertThat(advert.source())
                .isEqualTo(PacketPeek.header(captured.packet()).source(captured.packet()));
        for (Anomaly anomaly : Anomaly.values()) {
            assertThat(validator.found(anomaly)).as(anomaly.word()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AH_SECOND")
    void oursIsTheSame(Captured captured) {
        ByteBuffer theirs = captured.packet();
        IpHeader header = PacketPeek.header(theirs);
        WireMemory memory = new WireMemory();
        if (PacketPeek.ahStart(theirs) != PacketPeek.NONE) {
            memory.heardAh(theirs.getInt(PacketPeek.ahStart(theirs) + AhHeader.SEQUENCE) - 1);
        }
        if (header == Ipv6Header.INSTANCE) {
            theirs.putInt(0, theirs.getInt(0) & ~FLOW_LABEL_OF_FIRST_WORD);
        }
        AdvertEncoder encoder = new AdvertEncoder(captured.format(), header.source(theirs), memory);
        int priority = theirs.get(PacketPeek.vrrpStart(theirs) + Layout.PRIORITY) & 0xff;

        assertThat(Packets.hex(encoder.encode(priority, header.destination(theirs), 0)))
                .isEqualTo(Packets.hex(theirs));
    }
}
