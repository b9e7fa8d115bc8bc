package org.ninelives.vrrp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * The checksum of RFC 1071 a second time, written as differently as possible: one's complement
 * addition of bytes with the carry brought round at every step.
 */
final class ReferenceChecksum {

    private ReferenceChecksum() {}

    static int of(byte[] bytes) {
        int high = 0;
        int low = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (i % 2 == 0) {
                high += bytes[i] & 0xff;
            } else {
                low += bytes[i] & 0xff;
            }
            while (low > 0xff || high > 0xff) {
                high += low / 256;
                low = low % 256 + high / 256;
                high %= 256;
            }
        }
        return 0xffff - (high * 256 + low);
    }

    static int ofIpHeader(ByteBuffer packet) {
        byte[] header = bytes(packet, 0, 20);
        header[10] = 0;
        header[11] = 0;
        return of(header);
    }

    static int ofMessage(ByteBuffer packet, boolean pseudoHeader) {
        byte[] message = bytes(packet, 20, packet.limit());
        message[6] = 0;
        message[7] = 0;
        ByteArrayOutputStream summed = new ByteArrayOutputStream();
        if (pseudoHeader) {
            summed.writeBytes(bytes(packet, 12, 20));
            summed.write(0);
            summed.write(112);
            summed.write(message.length >> 8);
            summed.write(message.length);
        }
        summed.writeBytes(message);
        return of(summed.toByteArray());
    }

    static ByteBuffer write(ByteBuffer packet, boolean pseudoHeader) {
        packet.putShort(10, (short) ofIpHeader(packet));
        return packet.putShort(26, (short) ofMessage(packet, pseudoHeader));
    }

    private static byte[] bytes(ByteBuffer packet, int from, int to) {
        byte[] bytes = new byte[to - from];
        packet.get(from, bytes);
        return bytes;
    }
}
