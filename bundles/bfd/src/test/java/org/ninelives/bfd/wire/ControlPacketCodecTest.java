package org.ninelives.bfd.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.bfd.core.ControlPacket;
import org.ninelives.bfd.core.State;

/** Golden bytes, put together by hand from RFC 5880 section 4.1. */
class ControlPacketCodecTest {

    private static final String UP_POLL =
            "20 e0 05 18 0a0b0c0d 01020304 00002710 000186a0 00000000";

    private final ControlPacket packet = new ControlPacket();

    @Test
    void aPacketIsWrittenAsTheRfcDrawsIt() {
        ByteBuffer bytes = ByteBuffer.allocate(64);

        packet.is(State.UP, 0, 0x0a0b0c0d, 0x01020304)
                .offers(10_000, 100_000, 5)
                .flags(true, false, false);
        ControlPacketCodec.write(packet, bytes);

        assertThat(hex(bytes)).isEqualTo(UP_POLL.replace(" ", ""));
    }

    @Test
    void aPacketIsReadAsItWasWritten() {
        assertThat(read(UP_POLL)).isEqualTo(Flaw.NONE);

        assertThat(packet).hasToString("Up diag 0 0a0b0c0d -> 01020304 tx 10000 rx 100000 x 5 P");
    }

    @ParameterizedTest
    @CsvSource({
        "20 00 01 18 ffffffff 00000000 00000001 00000000 00000000, AdminDown diag 0 ffffffff ->"
                + " 00000000 tx 1 rx 0 x 1",
        "21 40 ff 18 00000001 00000000 ffffffff ffffffff ffffffff, Down diag 1 00000001 -> 00000000"
                + " tx 4294967295 rx 4294967295 x 255",
        "3f 90 03 18 00000001 00000002 000f4240 000f4240 00000000, Init diag 31 00000001 ->"
                + " 00000002 tx 1000000 rx 1000000 x 3 F",
        "23 ca 03 18 00000001 00000002 000f4240 000f4240 00000000, Up diag 3 00000001 -> 00000002"
                + " tx 1000000 rx 1000000 x 3 D",
        "20 c0 03 18 00000001 00000002 000f4240 000f4240 00000000 00000000, Up diag 0 00000001 ->"
                + " 00000002 tx 1000000 rx 1000000 x 3",
    })
    void allThatIsAllowedIsRead(String bytes, String text) {
        assertThat(read(bytes)).isEqualTo(Flaw.NONE);

        assertThat(packet).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'', TOO_SHORT",
        "20 c0 05 18 0a0b0c0d 01020304 00002710 000186a0 000000, TOO_SHORT",
        "00 c0 05 18 0a0b0c0d 01020304 00002710 000186a0 00000000, OTHER_VERSION",
        "40 c0 05 18 0a0b0c0d 01020304 00002710 000186a0 00000000, OTHER_VERSION",
        "e0 c0 05 18 0a0b0c0d 01020304 00002710 000186a0 00000000, OTHER_VERSION",
        "20 c0 05 17 0a0b0c0d 01020304 00002710 000186a0 00000000, WRONG_LENGTH",
        "20 c0 05 19 0a0b0c0d 01020304 00002710 000186a0 00000000, WRONG_LENGTH",
        "20 c0 05 ff 0a0b0c0d 01020304 00002710 000186a0 00000000, WRONG_LENGTH",
        "20 c0 00 18 0a0b0c0d 01020304 00002710 000186a0 00000000, NO_MULTIPLIER",
        "20 c1 05 18 0a0b0c0d 01020304 00002710 000186a0 00000000, MULTIPOINT",
        "20 c0 05 18 00000000 01020304 00002710 000186a0 00000000, NO_SENDER",
        "20 c0 05 18 0a0b0c0d 00000000 00002710 000186a0 00000000, NO_RECEIVER",
        "20 80 05 18 0a0b0c0d 00000000 00002710 000186a0 00000000, NO_RECEIVER",
        "20 f0 05 18 0a0b0c0d 01020304 00002710 000186a0 00000000, POLL_AND_FINAL",
        "20 c4 05 18 0a0b0c0d 01020304 00002710 000186a0 00000000, AUTHENTICATED",
    })
    void whatIsWrongIsDiscardedForItsReason(String bytes, Flaw flaw) {
        packet.is(State.INIT, 1, 2, 3);

        assertThat(read(bytes)).isEqualTo(flaw);
        assertThat(packet.state()).as("left as it was").isEqualTo(State.INIT);
    }

    @Test
    void everyFlawIsWorded() {
        assertThat(Flaw.values()).extracting(Flaw::text).doesNotHaveDuplicates().doesNotContain("");
    }

    private Flaw read(String hex) {
        return ControlPacketCodec.read(
                ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))), packet);
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
