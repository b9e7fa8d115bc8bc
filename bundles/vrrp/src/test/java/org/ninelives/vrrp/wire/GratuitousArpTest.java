package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;

class GratuitousArpTest {

    @Test
    void aBroadcastRequestForTheOwnAddress() {
        assertThat(
                        Packets.hex(
                                GratuitousArp.frame(
                                        new MacAddress(0x00005e000133L),
                                        IpAddress.of("192.168.1.100"))))
                .isEqualTo(
                        "ffffffffffff"
                                + "00005e000133"
                                + "0806"
                                + "0001"
                                + "0800"
                                + "06"
                                + "04"
                                + "0001"
                                + "00005e000133"
                                + "c0a80164"
                                + "ffffffffffff"
                                + "c0a80164");
    }
}
