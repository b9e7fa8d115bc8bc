package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AdvertTest {

    private static final byte[] ADVERT =
            HexFormat.of()
                    .parseHex(
                            "01005e00001236a41779c6de0800" // Ethernet
                                    + "45c0002800010000ff7051dec0a8c80be0000012" // IPv4
                                    + "2133ff0100015710c0a8c8100000000000000000"); // VRRP

    @Test
    void anAdvertIsReadFromItsFrame() {
        assertThat(Advert.of(7, ADVERT)).hasValue(new Advert(7, "192.168.200.11", 255));
    }

    @Test
    void aFrameOfAnotherProtocolIsNoAdvert() {
        byte[] udp = ADVERT.clone();
        udp[14 + 9] = 17;

        assertThat(Advert.of(7, udp)).isEmpty();
    }

    @Test
    void aTruncatedFrameIsNoAdvert() {
        for (int length = 0; length < 14 + 20 + 3; length++) {
            assertThat(Advert.of(7, Arrays.copyOf(ADVERT, length))).as("%d", length).isEmpty();
        }
    }
}
