package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ninelives.vrrp.core.ReceivedAdvert;

/** Whatever comes is answered with a verdict, and only what is right is accepted. */
class RandomPacketsTest {

    private static final int PACKETS = 1_000_000;
    private static final int VRRP = 20;

    private final Random random = new Random(3768);
    private final ReceivedAdvert advert = new ReceivedAdvert();

    @Test
    void randomAndDamagedPacketsNeverThrowAndPassOnlyIfValid() {
        List<AdvertFormat> formats =
                List.of(
                        Packets.withPassword("secret!!"),
                        Packets.version2(),
                        Packets.version3(),
                        Packets.checksumAsV2(),
                        Packets.unicast(255));
        int accepted = 0;
        for (int i = 0; i < PACKETS; i++) {
            AdvertFormat format = formats.get(i % formats.size());
            ByteBuffer packet = i % 3 == 0 ? noise() : damaged(format);
            Verdict verdict = Packets.validator(format).validate(packet, false, 0, advert);
            if (verdict == Verdict.ACCEPTED) {
                accepted++;
                assertThat(isValid(format, packet)).as(Packets.hex(packet)).isTrue();
            }
            if (i % 100 == 0) {
                assertThat(Complaints.text("VI_1", format, verdict, packet, 0))
                        .startsWith("(VI_1) ");
            }
        }
        // Most damage is found, but a new identification or priority 0 with its sums is none.
        assertThat(accepted).isBetween(PACKETS / 100, PACKETS / 3);
    }

    private ByteBuffer noise() {
        byte[] bytes = new byte[random.nextInt(80)];
        random.nextBytes(bytes);
        if (bytes.length > 20 && random.nextBoolean()) {
            bytes[0] = 0x45;
            bytes[9] = 112;
        }
        return ByteBuffer.wrap(bytes);
    }

    /** A good packet with bytes changed, often summed again, sometimes cut or made longer. */
    private ByteBuffer damaged(AdvertFormat format) {
        ByteBuffer good = Packets.advert(format);
        int length = good.remaining() + (random.nextInt(4) == 0 ? random.nextInt(-8, 9) : 0);
        byte[] bytes = new byte[length];
        good.get(bytes, 0, Math.min(length, good.remaining()));
        for (int n = random.nextInt(3); n > 0; n--) {
            bytes[random.nextInt(length)] = (byte) random.nextInt();
        }
        ByteBuffer packet = ByteBuffer.wrap(bytes);
        return random.nextBoolean() && length >= 28
                ? Packets.resum(packet, format.version() == 3 && !format.checksumAsV2())
                : packet;
    }

    /** What RFC 9568 section 7.1 and the format ask, said once more in another way. */
    private static boolean isValid(AdvertFormat format, ByteBuffer packet) {
        int header = (packet.get(0) & 0xf) * 4;
        int count = packet.get(header + 3) & 0xff;
        int bytes = 4 * count + (format.version() == 2 ? 16 : 8);
        ByteBuffer normal = ByteBuffer.allocate(VRRP + bytes);
        normal.put(packet.slice(0, 20)).put(packet.slice(header, bytes));
        int sum = normal.getShort(VRRP + 6) & 0xffff;
        boolean plain = sum == ReferenceChecksum.ofMessage(normal, false);
        boolean pseudo = sum == ReferenceChecksum.ofMessage(normal, true);
        boolean summed = format.version() == 2 ? plain : pseudo || plain;
        boolean multicast = (normal.get(16) & 0xf0) == 0xe0;
        boolean version2 =
                format.version() == 3
                        || (normal.get(VRRP + 5) == 1
                                && hasPassword(format, normal.get(VRRP + 4), normal, bytes));
        return summed
                && version2
                && multicast != format.unicast()
                && (format.unicast() || normal.get(8) == -1)
                && normal.get(9) == 112
                && normal.get(VRRP) == (format.version() << 4 | 1)
                && normal.get(VRRP + 1) == 51
                && (packet.remaining() == header + bytes
                        || (packet.remaining() > header + bytes && packet.remaining() <= 46));
    }

    private static boolean hasPassword(
            AdvertFormat format, int type, ByteBuffer packet, int bytes) {
        return format.authentication() instanceof Authentication.SimpleText text
                ? type == 1 && text.password().bits() == packet.getLong(VRRP + bytes - 8)
                : type == 0;
    }
}
