package org.ninelives.linux.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, reading ends, and complains in its own words if at all. */
class NetlinkFuzzTest {

    private static final int ROUNDS = 20_000;
    private static final int DEPTH_MAX = 64;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomBytesAreReadOrRefused(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int refused = 0;
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ByteBuffer bytes = randomDatagram(random);
            try {
                readAll(new NetlinkReader(bytes));
                read++;
            } catch (NetlinkFormatException e) {
                refused++;
            }
        }
        // Both must happen, or the generator would prove nothing.
        assertThat(read).isGreaterThan(ROUNDS / 100);
        assertThat(refused).isGreaterThan(ROUNDS / 100);
    }

    /** Random bytes whose lengths are often plausible, so that the inner layers are reached. */
    private static ByteBuffer randomDatagram(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(120)];
        random.nextBytes(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        if (bytes.length >= Netlink.MESSAGE_HEADER && random.nextInt(8) > 0) {
            buffer.putInt(0, bytes.length - random.nextInt(2));
            buffer.putShort(4, (short) random.nextInt(5));
            for (int at = 16; at + 4 <= bytes.length; at += 4 * (1 + random.nextInt(3))) {
                buffer.putShort(at, (short) random.nextInt(24));
                buffer.putShort(at + 2, (short) random.nextInt(4));
            }
        }
        return buffer;
    }

    private static void readAll(NetlinkReader reader) throws NetlinkFormatException {
        while (reader.next()) {
            if (reader.type() == Netlink.NLMSG_ERROR || reader.type() == Netlink.NLMSG_DONE) {
                assertThat(reader.outcome().errno()).isNotNegative();
            } else {
                readAll(reader.attributes(0), 0);
            }
        }
    }

    private static void readAll(AttributeReader attributes, int depth)
            throws NetlinkFormatException {
        while (attributes.next()) {
            assertThat(attributes.asText()).isNotNull();
            if (attributes.value().remaining() >= Long.BYTES) {
                attributes.asLong();
                attributes.asInt();
                attributes.asShort();
                attributes.asByte();
                assertThat(depth).isLessThan(DEPTH_MAX);
                readAll(attributes.nested(), depth + 1);
            }
        }
    }
}
