package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ninelives.api.net.IpAddress;

/** The codes of AH and {@code auth_hmac} a second time, by the cryptography of the platform. */
final class ReferenceCodes {

    private ReferenceCodes() {}

    /** The 12 bytes for the packet from 0 to {@code end}, whose authentication header is at 20. */
    static byte[] ah(ByteBuffer packet, int header, int end, String password, boolean unicast) {
        byte[] bytes = new byte[end];
        packet.get(0, bytes);
        for (int mutable : new int[] {1, 6, 7, 10, 11}) {
            bytes[mutable] = 0;
        }
        if (unicast) {
            bytes[8] = 0;
        }
        Arrays.fill(bytes, header + 12, header + 24, (byte) 0);
        return code("HmacMD5", password.getBytes(StandardCharsets.UTF_8), bytes, 12);
    }

    /** The 16 bytes for the message from {@code vrrp} to {@code trailer}. */
    static byte[] trailer(ByteBuffer packet, IpAddress source, int vrrp, int trailer, HmacKey key) {
        boolean ipv4 = source.family() == IpAddress.Family.IPV4;
        ByteBuffer input = ByteBuffer.allocate(20 + trailer - vrrp + 28);
        input.put((byte) (ipv4 ? 4 : 6)).put((byte) ((packet.get(vrrp) & 0xf0) >> 4));
        input.put(packet.get(vrrp + 1)).put((byte) 0).put(source.bytes()).position(20);
        input.put(packet.slice(vrrp, trailer - vrrp + 12));
        input.putShort(26, (short) 0);
        return code("HmacSHA256", key.bytes(), input.array(), 16);
    }

    private static byte[] code(String algorithm, byte[] key, byte[] input, int bytes) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return Arrays.copyOf(mac.doFinal(input), bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
