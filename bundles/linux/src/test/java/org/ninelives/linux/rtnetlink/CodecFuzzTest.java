package org.ninelives.linux.rtnetlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Whatever is told of interfaces and addresses, it is read, passed over or refused. */
class CodecFuzzTest {

    private static final int ROUNDS = 20_000;
    private static final int[] FAMILIES = {0, 2, 10, 7};
    private static final int[] LENGTHS = {0, 1, 2, 4, 4, 4, 6, 16, 16, 20};
    private static final int TYPES = 42;

    private final ByteBuffer buffer = ByteBuffer.allocate(4096);
    private final NetlinkWriter writer = new NetlinkWriter(buffer);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomAttributesAreReadOrRefused(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int refused = 0;
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean link = random.nextBoolean();
            write(random, link);
            try {
                NetlinkReader message =
                        new NetlinkReader(ByteBuffer.wrap(buffer.array(), 0, writer.length()));
                assertThat(message.next()).isTrue();
                Optional<?> known = link ? LinkCodec.read(message) : AddressCodec.read(message);
                read += known.isPresent() ? 1 : 0;
            } catch (NetlinkFormatException e) {
                refused++;
            }
        }
        // Both must happen, or the generator would prove nothing.
        assertThat(read).isGreaterThan(ROUNDS / 100);
        assertThat(refused).isGreaterThan(ROUNDS / 100);
    }

    private void write(RandomGenerator random, boolean link) {
        writer.clear().begin(16, 0, 0);
        writer.putByte(FAMILIES[random.nextInt(FAMILIES.length)]).putByte(random.nextInt(40));
        writer.putShort(random.nextInt()).putInt(random.nextInt());
        if (link) {
            writer.putInt(random.nextInt()).putInt(random.nextInt());
            writer.attributeText(Rtnetlink.IFLA_IFNAME, random.nextInt(8) > 0 ? "eth0" : "no name");
        }
        for (int i = random.nextInt(6); i > 0; i--) {
            byte[] value = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
            random.nextBytes(value);
            writer.attribute(random.nextInt(TYPES), value);
        }
        writer.end();
    }
}
