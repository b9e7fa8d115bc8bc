package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.vrrp.wire.Packets.GROUP;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;

class AdvertEncoderTest {

    @Test
    void version2WithPassword() {
        ByteBuffer packet = Packets.encoder(Packets.withPassword("1111")).encode(100, GROUP, 0);

        assertThat(Packets.hex(packet))
                .isEqualTo(
                        // Internet header: TOS c0, 40 bytes, id 1, TTL 255, protocol 112
                        "45c0002800010000ff7018dfc0a8010be0000012"
                                // version 2 type 1, VRID 51, priority 100, 1 address, auth 1, 1 s
                                + "213364010101555b"
                                + "c0a80164"
                                + "3131313100000000");
    }

    @Test
    void version2WithoutPasswordHasEmptyAuthenticationData() {
        ByteBuffer packet = Packets.advert(Packets.version2());

        assertThat(packet.remaining()).isEqualTo(40);
        assertThat(packet.get(24)).isZero();
        assertThat(packet.getLong(32)).isZero();
    }

    @Test
    void version3SumsThePseudoHeaderOfRfc5798() {
        assertThat(Packets.hex(version3(false).encode(200, GROUP, 0)))
                .isEqualTo(
                        "45c0002400010000ff7018e3c0a8010be0000012"
                                + "3133c8020064980b"
                                + "c0a801640a000007");
    }

    @Test
    void version3AsRfc9568SumsTheMessageAlone() {
        assertThat(Packets.hex(version3(true).encode(200, GROUP, 0)))
                .isEqualTo(
                        "45c0002400010000ff7018e3c0a8010be0000012"
                                + "3133c80200643a52"
                                + "c0a801640a000007");
    }

    @Test
    void identificationCountsUpAndWrapsAround() {
        AdvertEncoder encoder = Packets.encoder(Packets.version2());

        assertThat(encoder.encode(100, GROUP, 0).getShort(4)).isEqualTo((short) 1);
        for (int i = 2; i <= 0xffff; i++) {
            encoder.encode(100, GROUP, 0);
        }
        assertThat(encoder.encode(100, GROUP, 0).getShort(4)).isZero();
    }

    @Test
    void unicastUsesItsOwnTimeToLiveAndThePeersAddress() {
        IpAddress peer = IpAddress.of("192.168.1.12");
        ByteBuffer packet = Packets.encoder(Packets.unicast(64)).encode(100, peer, 0);

        assertThat(packet.get(8)).isEqualTo((byte) 64);
        assertThat(packet.getInt(16)).isEqualTo(peer.ipv4Bits());
    }

    @Test
    void patchedSumsEqualSumsOfTheWholePacket() {
        Random random = new Random(9568);
        List<AdvertFormat> formats =
                List.of(
                        Packets.withPassword("secret!!"),
                        Packets.version3(),
                        Packets.checksumAsV2());
        for (AdvertFormat format : formats) {
            boolean pseudoHeader = format.version() == 3 && !format.checksumAsV2();
            AdvertEncoder encoder =
                    new AdvertEncoder(format, IpAddress.ofIpv4(random.nextInt()), new WireMemory());
            for (int i = 0; i < 100_000; i++) {
                IpAddress destination = IpAddress.ofIpv4(random.nextInt());
                ByteBuffer packet = encoder.encode(random.nextInt(256), destination, 0);
                int message = ReferenceChecksum.ofMessage(packet, pseudoHeader);
                if ((packet.getShort(10) & 0xffff) != ReferenceChecksum.ofIpHeader(packet)
                        || (packet.getShort(26) & 0xffff) != message) {
                    assertThat(Packets.hex(packet)).as("case %d of %s", i, format).isEmpty();
                }
            }
        }
    }

    @Test
    void anAdvertHoldsWhatTheMtuAllows() {
        assertThat(Packets.version2().addressesThatFit(1500)).isEqualTo(255);
        assertThat(Packets.version2().addressesThatFit(576)).isEqualTo(135);
        assertThat(Packets.version3().addressesThatFit(576)).isEqualTo(137);
        assertThat(Packets.version3().addressesThatFit(20)).isZero();
    }

    @Test
    void aFormatThatCannotBeToldIsRefused() {
        List<IpAddress> none = List.of();

        assertThatThrownBy(() -> AdvertFormat.multicast(4, 1, Packets.SECOND, none))
                .hasMessage("version: 4 is not 2 or 3");
        assertThatThrownBy(() -> AdvertFormat.multicast(2, 0, Packets.SECOND, none))
                .hasMessage("VRID: 0 is not in 1..255");
        assertThatThrownBy(() -> AdvertFormat.multicast(2, 1, Packets.SECOND / 2, none))
                .hasMessageContaining("advert interval");
        assertThatThrownBy(() -> AdvertFormat.multicast(3, 1, 41 * Packets.SECOND, none))
                .hasMessageContaining("advert interval");
        assertThatThrownBy(() -> FormatBuilder.of(3, "10.0.0.7", "fe80::1").build())
                .hasMessage("fe80::1 is not an IPv4 address");
        assertThatThrownBy(() -> FormatBuilder.of(3, "fe80::1").to("10.0.0.7").build())
                .hasMessage("10.0.0.7 is not an IPv6 address");
        assertThatThrownBy(() -> FormatBuilder.of(3, "10.0.0.7").password("1111").build())
                .hasMessage("only version 2 over IPv4 has a password");
        assertThatThrownBy(() -> FormatBuilder.of(2, "fe80::1").ah("1111").build())
                .hasMessage("only version 2 over IPv4 has a password");
    }

    private static AdvertEncoder version3(boolean checksumAsV2) {
        FormatBuilder format = FormatBuilder.of(3, "192.168.1.100", "10.0.0.7");
        return Packets.encoder((checksumAsV2 ? format.checksumAsV2() : format).build());
    }
}
