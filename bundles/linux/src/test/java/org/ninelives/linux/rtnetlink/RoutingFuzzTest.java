package org.ninelives.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Whatever the bytes, reading a route or a rule ends, and complains in its own words if at all. */
class RoutingFuzzTest {

    private static final int ROUNDS = 20_000;
    private static final int ATTRIBUTE_TYPES = 28;
    private static final int VALUE_BYTES_MAX = 24;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomAttributesAreReadOrRefused(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int refused = 0;
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ByteBuffer bytes = randomMessage(random);
            try {
                NetlinkReader message = new NetlinkReader(bytes);
                message.next();
                KernelRoute.read(message);
                RuleReader.read(message);
                read++;
            } catch (NetlinkFormatException e) {
                refused++;
            }
        }
        // Both must happen, or the generator would prove nothing.
        assertThat(read).isGreaterThan(ROUNDS / 100);
        assertThat(refused).isGreaterThan(ROUNDS / 100);
    }

    /** Random values of any attribute, behind a header that is one of IPv4 or IPv6 as a rule. */
    private static ByteBuffer randomMessage(RandomGenerator random) {
        ByteBuffer bytes = ByteBuffer.allocate(256);
        NetlinkWriter writer = new NetlinkWriter(bytes);
        writer.begin(RouteNumbers.RTM_NEWROUTE, 0, 0);
        writer.putByte(random.nextBoolean() ? 2 : random.nextInt(12));
        writer.putByte(random.nextInt(40)).putByte(random.nextInt(40)).putByte(0);
        writer.putByte(0).putByte(0).putByte(0).putByte(random.nextInt(10)).putInt(0);
        for (int left = random.nextInt(4); left > 0; left--) {
            byte[] value = new byte[4 * random.nextInt(VALUE_BYTES_MAX / 4) + random.nextInt(2)];
            random.nextBytes(value);
            writer.attribute(random.nextInt(ATTRIBUTE_TYPES), value);
        }
        writer.end();
        return ByteBuffer.wrap(bytes.array(), 0, writer.length());
    }
}
