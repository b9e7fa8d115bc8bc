package org.ninelives.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bytes are those of a little-endian machine. */
class NetlinkReaderTest {

    private static final String ACK_FOR_5 =
            "24000000"
                    + "0200"
                    + "0001"
                    + "05000000"
                    + "00000000"
                    + "00000000"
                    + "10000000"
                    + "1400"
                    + "0500"
                    + "05000000"
                    + "00000000";

    @BeforeEach
    void littleEndian() {
        assumeThat(ByteOrder.nativeOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void messagesAreReadOneAfterTheOther() throws Exception {
        NetlinkReader reader =
                reader(
                        "1200000010001200070000000000000001020000"
                                + "10000000030002000700000000000000");
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(16);
        assertThat(reader.dumpInterrupted()).isTrue();
        assertThat(reader.sequence()).isEqualTo(7);
        assertThat(reader.body().remaining()).isEqualTo(2);
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(Netlink.NLMSG_DONE);
        assertThat(reader.dumpInterrupted()).isFalse();
    }

    @Test
    void anAcknowledgementIsAnErrorOfZero() throws Exception {
        NetlinkReader reader = reader(ACK_FOR_5);
        assertThat(reader.next()).isTrue();
        assertThat(reader.outcome()).isEqualTo(new NetlinkOutcome(5, 0, ""));
        assertThat(reader.next()).isFalse();
    }

    @Test
    void anErrorTellsItsNumberAndTheKernelsText() throws Exception {
        // -EINVAL for a request of 20 bytes, echoed whole, then the text "bad".
        NetlinkReader reader =
                reader(
                        "30000000"
                                + "0200"
                                + "0002"
                                + "09000000"
                                + "00000000"
                                + "eaffffff"
                                + "14000000"
                                + "1400"
                                + "0500"
                                + "09000000"
                                + "00000000"
                                + "aabbccdd"
                                + "08000100"
                                + "62616400");
        assertThat(reader.next()).isTrue();
        assertThat(reader.outcome()).isEqualTo(new NetlinkOutcome(9, 22, "bad"));
    }

    @Test
    void aCappedErrorHasItsTextBehindTheHeaderOfTheRequest() throws Exception {
        NetlinkReader reader =
                reader(
                        "2c000000"
                                + "0200"
                                + "0003"
                                + "09000000"
                                + "00000000"
                                + "eaffffff"
                                + "ff000000"
                                + "1400"
                                + "0500"
                                + "09000000"
                                + "00000000"
                                + "08000100"
                                + "62616400");
        assertThat(reader.next()).isTrue();
        assertThat(reader.outcome()).isEqualTo(new NetlinkOutcome(9, 22, "bad"));
    }

    @Test
    void theEndOfADumpMayBeAnError() throws Exception {
        NetlinkReader reader =
                reader("14000000" + "0300" + "0200" + "09000000" + "00000000" + "ffffffff");
        assertThat(reader.next()).isTrue();
        assertThat(reader.outcome()).isEqualTo(new NetlinkOutcome(9, 1, ""));
    }

    @Test
    void attributesAreReadBehindTheBodyAndNested() throws Exception {
        NetlinkReader reader =
                reader(
                        "36000000"
                                + "1400"
                                + "0000"
                                + "00000000"
                                + "00000000"
                                + "0102030405060708"
                                + "09000300"
                                + "6574683000000000"
                                + "12000180"
                                + "05000200"
                                + "07000000"
                                + "06000340"
                                + "0201");
        AttributeReader attributes = attributes(reader, 8);
        assertThat(attributes.next()).isTrue();
        assertThat(attributes.type()).isEqualTo(3);
        assertThat(attributes.asText()).isEqualTo("eth0");
        assertThat(attributes.next()).isTrue();
        AttributeReader nested = attributes.nested();
        assertThat(nested.next()).isTrue();
        assertThat(nested.asByte()).isEqualTo(7);
        assertThatThrownBy(nested::asInt).isInstanceOf(NetlinkFormatException.class);
        assertThat(nested.next()).isTrue();
        assertThat(nested.type()).as("without the byte order flag").isEqualTo(3);
        assertThat(nested.asShort()).isEqualTo(0x0102);
    }

    @Test
    void lengthsThatDoNotFitAreRefused() {
        assertRefused("0f000000" + "000000000000000000000000");
        assertRefused("11000000" + "000000000000000000000000");
        assertRefused("ffffffff" + "000000000000000000000000");
        assertRefused("10000000");
    }

    private static void assertRefused(String hex) {
        assertThatThrownBy(() -> reader(hex).next()).isInstanceOf(NetlinkFormatException.class);
    }

    private static AttributeReader attributes(NetlinkReader reader, int fixed) throws Exception {
        assertThat(reader.next()).isTrue();
        return reader.attributes(fixed);
    }

    private static NetlinkReader reader(String hex) {

        return new NetlinkReader(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }
}
