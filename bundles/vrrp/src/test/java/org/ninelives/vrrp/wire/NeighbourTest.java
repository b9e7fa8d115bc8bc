package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;

class NeighbourTest {

    /** What keepalived 2.2.7 sent on becoming master, on a host that forwards nothing. */
    private static final String CAPTURED =
            "33330000000102000000000a86dd"
                    + "6000000000203afffe800000000000000000000000000100"
                    + "ff020000000000000000000000000001"
                    + "8800559420000000fe80000000000000000000000000010002010200"
                    + "0000000a";

    private static final MacAddress MAC = new MacAddress(0x0200_0000_000aL);
    private static final MacAddress OTHER = new MacAddress(0x0200_0000_000bL);
    private static final IpAddress ADDRESS_4 = IpAddress.of("192.168.1.100");
    private static final IpAddress ADDRESS_6 = IpAddress.of("fe80::100");
    private static final int MESSAGE = 54;

    private final NeighbourPeek peek = new NeighbourPeek();

    @Test
    void anAdvertisementIsThatOfKeepalived() {
        assertThat(Packets.hex(NeighbourAdvertisement.frame(MAC, ADDRESS_6, false)))
                .isEqualTo(CAPTURED);
    }

    @Test
    void aRouterSaysSo() {
        ByteBuffer frame = NeighbourAdvertisement.frame(MAC, ADDRESS_6, true);

        assertThat(frame.getInt(MESSAGE + 4)).isEqualTo(0xa000_0000);
        assertThat(peek.read(frame)).as("its checksum is right").isTrue();
    }

    @Test
    void whoClaimsWhatIsRead() {
        assertThat(peek.read(NeighbourAdvertisement.frame(MAC, ADDRESS_6, false))).isTrue();
        assertThat(peek.isOf(ADDRESS_6)).isTrue();
        assertThat(peek.isBy(MAC)).isTrue();
        assertThat(peek.address()).isEqualTo(ADDRESS_6);

        assertThat(peek.read(GratuitousArp.frame(OTHER, ADDRESS_4))).isTrue();
        assertThat(peek.isOf(ADDRESS_4)).isTrue();
        assertThat(peek.isOf(ADDRESS_6)).isFalse();
        assertThat(peek.isOf(new IpAddress(IpAddress.Family.IPV6, 0, ADDRESS_4.low()))).isFalse();
        assertThat(peek.isBy(MAC)).isFalse();
        assertThat(peek.mac()).isEqualTo(OTHER);
        assertThat(peek.frameSource()).isEqualTo(OTHER);
    }

    @Test
    void aReplyOnBehalfOfAnotherTellsBoth() {
        ByteBuffer reply = GratuitousArp.frame(OTHER, ADDRESS_4).putShort(20, (short) 2);
        reply.putShort(6, (short) 0x0200).putInt(8, 0x0a);

        assertThat(peek.read(reply)).isTrue();
        assertThat(peek.mac()).isEqualTo(OTHER);
        assertThat(peek.frameSource()).isEqualTo(MAC);
    }

    @Test
    void aFrameNeedNotBeginAtZeroAndMayBePadded() {
        ByteBuffer frame = GratuitousArp.frame(MAC, ADDRESS_4);
        ByteBuffer behind = ByteBuffer.allocate(100).position(7).put(frame).clear().position(7);

        assertThat(peek.read(behind)).isTrue();
        assertThat(behind.position()).isEqualTo(7);
        ByteBuffer padded =
                ByteBuffer.allocate(120)
                        .put(NeighbourAdvertisement.frame(MAC, ADDRESS_6, false))
                        .clear();
        assertThat(peek.read(padded)).isTrue();
    }

    @Test
    void withoutTheOptionTheFrameTellsTheHardwareAddress() {
        ByteBuffer frame = NeighbourAdvertisement.frame(OTHER, ADDRESS_6, false);
        frame.put(MESSAGE + 24, (byte) 14);
        assertThat(peek.read(resummed(frame))).isTrue();
        assertThat(peek.mac()).isEqualTo(OTHER);

        ByteBuffer bare = NeighbourAdvertisement.frame(MAC, ADDRESS_6, false);
        bare.putShort(18, (short) 24).limit(MESSAGE + 24);
        assertThat(peek.read(resummed(bare))).isTrue();
        assertThat(peek.mac()).isEqualTo(MAC);
    }

    @ParameterizedTest
    @CsvSource({
        "ethertype, 13, 0",
        "hardware type, 15, 6",
        "protocol, 16, 9",
        "length of hardware addresses, 18, 8",
        "length of protocol addresses, 19, 16",
        "operation, 21, 3",
        "hardware address of a group, 22, 1",
        "multicast address, 28, 0xe0"
    })
    void noClaimIsReadFromAnArpWithAnother(String what, int at, String value) {
        ByteBuffer frame =
                GratuitousArp.frame(MAC, ADDRESS_4).put(at, Integer.decode(value).byteValue());

        assertThat(peek.read(frame)).as(what).isFalse();
    }

    @Test
    void anArpProbeClaimsNothing() {
        assertThat(peek.read(GratuitousArp.frame(MAC, ADDRESS_4).putInt(28, 0))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "IP version, 14, 0x40",
        "length beyond the frame, 19, 33",
        "length below a message, 19, 23",
        "next header, 20, 17",
        "hop limit, 21, 254",
        "type, 54, 135",
        "code, 55, 1",
        "solicited flag to a group, 58, 0x60",
        "target that is a group, 62, 0xff",
        "option of no length, 79, 0",
        "option beyond the end, 79, 2",
        "hardware address of a group, 80, 3"
    })
    void noClaimIsReadFromAnAdvertisementWithAnother(String what, int at, String value) {
        ByteBuffer frame =
                NeighbourAdvertisement.frame(MAC, ADDRESS_6, false)
                        .put(at, Integer.decode(value).byteValue());

        assertThat(peek.read(resummed(frame))).as(what).isFalse();
    }

    @Test
    void aWrongChecksumOrNoTargetIsNoClaim() {
        ByteBuffer frame = NeighbourAdvertisement.frame(MAC, ADDRESS_6, false);
        assertThat(peek.read(Packets.copy(frame).put(MESSAGE + 3, (byte) 0))).isFalse();

        frame.putLong(MESSAGE + 8, 0).putLong(MESSAGE + 16, 0);
        assertThat(peek.read(resummed(frame))).isFalse();
    }

    @Test
    void cutFramesAreNoClaims() {
        for (ByteBuffer frame :
                new ByteBuffer[] {
                    GratuitousArp.frame(MAC, ADDRESS_4),
                    NeighbourAdvertisement.frame(MAC, ADDRESS_6, false)
                }) {
            for (int bytes = 0; bytes < frame.capacity(); bytes++) {
                assertThat(peek.read(frame.duplicate().limit(bytes))).as("%d", bytes).isFalse();
            }
        }
    }

    /** Makes the checksum right again where the length still lets it. */
    private static ByteBuffer resummed(ByteBuffer frame) {
        int end = MESSAGE + (frame.getShort(18) & 0xffff);
        if (end <= frame.limit()) {
            frame.putShort(MESSAGE + 2, (short) 0);
            frame.putShort(MESSAGE + 2, NeighbourAdvertisement.checksum(frame, 14, end));
        }
        return frame;
    }
}
