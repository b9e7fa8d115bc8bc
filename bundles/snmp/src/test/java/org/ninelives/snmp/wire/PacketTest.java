package org.ninelives.snmp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets as RFC 2741 draws them, byte for byte. */
class PacketTest {

    private static final Oid SYS_DESCR = Oid.of("1.3.6.1.2.1.1.1.0");

    private static byte[] hex(String... parts) {
        return HexFormat.of().parseHex(String.join("", parts).replace(" ", ""));
    }

    @Test
    void anOpenHasTimeoutIdentifierAndDescription() {
        Packet packet = new Packet(0, 0, 7, new Pdu.Open(5, Oid.of(1, 2, 3, 4), Octets.of("nine")));

        assertThat(PacketEncoder.encode(packet))
                .isEqualTo(
                        hex(
                                "01 01 10 00 00000000 00000000 00000007 00000020",
                                "05 00 00 00",
                                "04 00 00 00 00000001 00000002 00000003 00000004",
                                "00000004 6e696e65"));
    }

    /** Section 5.1 has this identifier as its example. */
    @Test
    void anIdentifierBelowInternetIsShortened() {
        Packet packet =
                new Packet(
                        1,
                        2,
                        3,
                        new Pdu.GetNext(
                                List.of(
                                        new SearchRange(SYS_DESCR, true, Oid.NONE),
                                        new SearchRange(
                                                Oid.of("1.3.6.1"), false, Oid.of("1.3.6.1.256")))));

        assertThat(PacketEncoder.encode(packet))
                .isEqualTo(
                        hex(
                                "01 06 10 00 00000001 00000002 00000003 00000044",
                                "04 02 01 00 00000001 00000001 00000001 00000000",
                                "00 00 00 00",
                                "04 00 00 00 00000001 00000003 00000006 00000001",
                                "05 00 00 00 00000001 00000003 00000006 00000001 00000100"));
    }

    @Test
    void stringsEndAtMultiplesOfFour() {
        Packet packet =
                new Packet(
                        0x01020304,
                        0x05060708,
                        -1,
                        new Pdu.Response(
                                0,
                                0,
                                0,
                                List.of(new VarBind(Oid.of("1.3.6.1.4.1"), Value.text("abcde")))));

        assertThat(PacketEncoder.encode(packet))
                .isEqualTo(
                        hex(
                                "01 12 10 00 01020304 05060708 ffffffff 00000020",
                                "00000000 0000 0000",
                                "0004 0000 01 04 00 00 00000001",
                                "00000005 61626364 65000000"));
    }

    @Test
    void aMasterMayCountFromTheOtherEnd() throws DamagedPacketException {
        byte[] bytes =
                hex(
                        "01 07 00 00 01000000 02000000 03000000 20000000",
                        "0100 0a00",
                        "04 02 00 00 01000000 01000000 01000000 00000000",
                        "01 00 00 00 09000000");

        assertThat(PacketDecoder.decode(bytes))
                .isEqualTo(
                        new Packet(
                                1,
                                2,
                                3,
                                new Pdu.GetBulk(
                                        1,
                                        10,
                                        List.of(new SearchRange(SYS_DESCR, false, Oid.of(9))))));
    }

    static List<Pdu> pdus() {
        return Samples.PDUS;
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void whatIsWrittenIsReadAgain(Pdu pdu) throws DamagedPacketException {
        Packet packet = new Packet(1, -2, 3, pdu);

        assertThat(PacketDecoder.decode(PacketEncoder.encode(packet))).isEqualTo(packet);
    }

    @Test
    void aLongPayloadIsRefusedBeforeItIsRead() {
        byte[] header = hex("01 05 10 00 00000000 00000000 00000000 7ffffffc");

        assertThatThrownBy(() -> PacketDecoder.payloadLength(header))
                .isInstanceOf(DamagedPacketException.class)
                .hasMessage("length of the payload: 2147483644");
    }

    @Test
    void anotherContextIsRefused() {
        byte[] packet = hex("01 0d 18 00 00000000 00000000 00000000 00000004 00000000");

        assertThatThrownBy(() -> PacketDecoder.decode(packet))
                .hasMessage("a context other than the default one");
    }
}
