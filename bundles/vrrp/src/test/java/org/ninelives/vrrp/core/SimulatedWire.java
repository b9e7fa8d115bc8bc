package org.ninelives.vrrp.core;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.wire.AdvertEncoder;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.AdvertValidator;
import org.ninelives.vrrp.wire.Verdict;
import org.ninelives.vrrp.wire.WireMemory;

/**
 * What is between one process of a router and the network where adverts are signed with the time of
 * a clock.
 */
final class SimulatedWire {

    private static final IpAddress GROUP = IpAddress.of("224.0.0.18");

    private final IpAddress source;
    private final WireMemory memory = new WireMemory();
    private AdvertEncoder encoder;
    private AdvertValidator validator;

    SimulatedWire(IpAddress source, AdvertFormat format) {
        this.source = source;
        use(format);
    }

    /** A reload: what was remembered of others stays. */
    void use(AdvertFormat format) {
        encoder = new AdvertEncoder(format, source, memory);
        validator = new AdvertValidator(format, memory);
    }

    ByteBuffer encode(int priority, long epochMillis) {
        ByteBuffer packet = encoder.encode(priority, GROUP, epochMillis);
        return ByteBuffer.allocate(packet.remaining()).put(packet.duplicate()).flip();
    }

    boolean accepts(ByteBuffer packet, long epochMillis, ReceivedAdvert advert) {
        return validator.validate(packet, false, epochMillis, advert) == Verdict.ACCEPTED;
    }
}
