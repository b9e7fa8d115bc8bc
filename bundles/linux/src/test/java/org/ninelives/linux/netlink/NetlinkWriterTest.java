package org.ninelives.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;

/** The bytes are those of a little-endian machine. */
class NetlinkWriterTest {

    private final ByteBuffer buffer = ByteBuffer.allocate(256);
    private final NetlinkWriter writer = new NetlinkWriter(buffer);

    @BeforeEach
    void littleEndian() {
        assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void aMessageIsItsHeaderBodyAndAttributes() {
        writer.begin(20, Netlink.NLM_F_REQUEST | Netlink.NLM_F_ACK, 7)
                .putByte(2)
                .putByte(24)
                .putShort(0)
                .putInt(3)
                .attribute(2, new byte[] {10, 0, 0, 5})
                .end();
        assertThat(written())
                .isEqualTo(
                        "20000000"
                                + "1400"
                                + "0500"
                                + "07000000"
                                + "00000000"
                                + "02180000"
                                + "03000000"
                                + "0800"
                                + "0200"
                                + "0a000005");
    }

    @Test
    void attributesArePaddedButTheirLengthIsNot() {
        writer.begin(1, 0, 0).attributeByte(11, 18).attributeText(3, "eth0").end();
        assertThat(written().substring(32))
                .isEqualTo("05000b0012000000" + "09000300" + "6574683000000000");
    }

    @Test
    void numbersOfAllSizesAreWrittenInTheOrderOfTheMachine() {
        writer.begin(1, 0, 0)
                .attributeShort(1, 0x0102)
                .attributeInt(2, 3)
                .attributeLong(3, 4)
                .end();
        assertThat(written().substring(32))
                .isEqualTo(
                        "06000100"
                                + "02010000"
                                + "08000200"
                                + "03000000"
                                + "0c000300"
                                + "0400000000000000");
    }

    @Test
    void nestedAttributesHaveTheLengthOfWhatTheyHold() {
        int outer = writer.begin(1, 0, 0).beginNested(1);
        int inner = writer.beginNested(2);
        writer.attributeInt(3, 4).endNested(inner).endNested(outer).end();
        assertThat(written().substring(32))
                .isEqualTo("10000180" + "0c000280" + "08000300" + "04000000");
    }

    @Test
    void messagesFollowEachOther() {
        writer.begin(1, 0, 1).end().begin(2, 0, 2).end();
        assertThat(writer.length()).isEqualTo(2 * Netlink.MESSAGE_HEADER);
        assertThat(writer.clear().length()).isZero();
    }

    @Test
    void addressesAreWrittenInNetworkOrder() {
        writer.attributeAddress(1, IpAddress.of("10.1.2.3"));
        writer.attributeAddress(2, IpAddress.of("2001:db8::102:304"));
        assertThat(written())
                .isEqualTo(
                        "08000100" + "0a010203" + "14000200" + "20010db8000000000000000001020304");
    }

    @Test
    void aFullBufferAndAnAttributeThatIsTooLongAreRefused() {
        writer.begin(1, 0, 0);
        assertThatThrownBy(() -> writer.attribute(1, new byte[300]))
                .isInstanceOf(BufferOverflowException.class);
        assertThatThrownBy(() -> writer.attribute(1, new byte[70_000]))
                .hasMessageContaining("65535");
    }

    private String written() {
        return HexFormat.of().formatHex(buffer.array(), 0, writer.length());
    }
}
