package org.ninelives.snmp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes that are no packets, each made from a seed. */
class DamagedPacketTest {

    private static final int SEEDS = 20_000;

    @Test
    void whateverTheBytesAreTheyAreReadOrRefused() {
        int read = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] damaged = damaged(new Random(seed));
            try {
                Packet packet = PacketDecoder.decode(damaged);
                assertThat(PacketEncoder.encode(packet)).isNotEmpty();
                read++;
            } catch (DamagedPacketException e) {
                assertThat(e).hasMessageMatching(".{5,120}");
            }
        }
        assertThat(read).as("packets that still were some").isBetween(SEEDS / 100, SEEDS);
    }

    private static byte[] damaged(Random random) {
        List<Pdu> pdus = Samples.PDUS;
        byte[] bytes =
                PacketEncoder.encode(new Packet(1, 2, 3, pdus.get(random.nextInt(pdus.size()))));
        int changes = random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) > 0
                ? bytes
                : Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
    }
}
