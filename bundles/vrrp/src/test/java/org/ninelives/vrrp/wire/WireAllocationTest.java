package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.ReceivedAdvert;

/** No family and no authentication leaves anything for the garbage collector. */
class WireAllocationTest {

    private static final int ADVERTS = 50_000;
    private static final int WARM_UP = 5_000;
    private static final long NOW = 1_800_000_000_000L;

    static AdvertFormat[] formats() {
        return new AdvertFormat[] {
            Captured.PASS.format(),
            Captured.AH.format(),
            Captured.IPV6.format(),
            FormatBuilder.of(3, "10.0.0.1").with(Hmacs.ENFORCE).build(),
            FormatBuilder.of(3, "fe80::100").with(Hmacs.ENFORCE).build(),
            FormatBuilder.of(3, "10.0.0.1").to("192.168.1.11").checkingSource().build()
        };
    }

    @ParameterizedTest
    @MethodSource("formats")
    void sendingAndHearingAllocateNothing(AdvertFormat format) {
        boolean ipv6 = format.family() == IpAddress.Family.IPV6;
        IpAddress source = ipv6 ? IpAddress.of("fe80::1") : Packets.SOURCE;
        IpAddress group = ipv6 ? IpAddress.of("ff02::12") : Packets.GROUP;
        IpAddress destination = format.unicast() ? Packets.PEER : group;
        AdvertEncoder encoder = new AdvertEncoder(format, source, new WireMemory());
        AdvertValidator validator = Packets.validator(format);
        ReceivedAdvert advert = new ReceivedAdvert();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = 0;
        for (int i = -WARM_UP; i < ADVERTS; i++) {
            if (i == 0) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            ByteBuffer packet = encoder.encode(100, destination, NOW);
            if (validator.validate(packet, false, NOW, advert) != Verdict.ACCEPTED) {
                throw new AssertionError("advert " + i + " was refused");
            }
        }
        // A single object for each advert would be 16 bytes times their number.
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ADVERTS);
    }
}
