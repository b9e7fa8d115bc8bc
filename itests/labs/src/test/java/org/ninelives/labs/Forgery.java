package org.ninelives.labs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * An advert of version 2 as an attacker makes it: it claims the address of the lab {@code attack}
 * with priority 255, and is right in everything but what is set otherwise.
 */
final class Forgery {
    static final int VERSION_AND_TYPE = 0;
    static final int VRID = 1;
    static final int PRIORITY = 2;
    static final int AUTH_TYPE = 4;
    static final int INTERVAL = 5;
    static final int CHECKSUM = 6;
    static final int PASSWORD = 12;

    private static final int MESSAGE_LENGTH = 20;
    private static final int ADDRESSES = 8;
    private static final int IP_HEADER = 20;
    private static final int FRAGMENT = 1_480;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int VRRP = 112;
    private static final String GROUP_MAC = "01005e000012";
    private static final String OWN_MAC = Capture.ATTACKER_MAC_PREFIX + "0a000042";

    private byte[] message = new byte[MESSAGE_LENGTH];
    private String source = "10.0.0.66";
    private String destination = "224.0.0.18";
    private String destinationMac = GROUP_MAC;
    private int timeToLive = 255;
    private int identification;

    Forgery() {
        set(VERSION_AND_TYPE, 0x21);
        set(VRID, 51);
        set(PRIORITY, 255);
        set(PRIORITY + 1, 1); // the number of addresses
        set(AUTH_TYPE, 1);
        set(INTERVAL, 1);
        System.arraycopy(address("10.0.0.44"), 0, message, ADDRESSES, 4);
        password("1111");
    }

    /** Sets an octet of the VRRP message. */
    Forgery set(int offset, int value) {
        message[offset] = (byte) value;
        return this;
    }

    Forgery password(String password) {
        byte[] octets = Arrays.copyOf(password.getBytes(StandardCharsets.US_ASCII), 8);
        System.arraycopy(octets, 0, message, PASSWORD, octets.length);
        return this;
    }

    /** Cuts the VRRP message, or fills it up with zeros. */
    Forgery length(int octets) {
        message = Arrays.copyOf(message, octets);
        return this;
    }

    Forgery message(byte[] octets) {
        message = octets.clone();
        return this;
    }

    Forgery timeToLive(int hops) {
        timeToLive = hops;
        return this;
    }

    Forgery from(String address) {
        source = address;
        return this;
    }

    /** Sends it to one node instead of the group. */
    Forgery to(Node node) {
        destination = node.address();
        destinationMac = node.macAddress().replace(":", "");
        return this;
    }

    /** Tells apart what is sent in fragments. */
    Forgery identification(int number) {
        identification = number;
        return this;
    }

    /** Makes the checksum right for everything set so far. */
    Forgery sum() {
        if (message.length >= CHECKSUM + 2) {
            set(CHECKSUM, 0).set(CHECKSUM + 1, 0);
            int checksum = checksum(message);
            set(CHECKSUM, checksum >> 8).set(CHECKSUM + 1, checksum);
        }
        return this;
    }

    /** What goes on the wire: one frame, or the fragments of a packet too long for one. */
    List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        int offset = 0;
        do {
            int end = Math.min(offset + FRAGMENT, message.length);
            frames.add(frame(offset, end));
            offset = end;
        } while (offset < message.length);
        return frames;
    }

    private byte[] frame(int begin, int end) {
        ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + end - begin);
        packet.put((byte) 0x45).put((byte) 0xc0).putShort((short) packet.capacity());
        packet.putShort((short) identification);
        packet.putShort((short) (begin / 8 | (end < message.length ? MORE_FRAGMENTS : 0)));
        packet.put((byte) timeToLive).put((byte) VRRP).putShort((short) 0);
        packet.put(address(source)).put(address(destination));
        packet.putShort(10, (short) checksum(Arrays.copyOf(packet.array(), IP_HEADER)));
        packet.put(message, begin, end - begin);
        return ByteBuffer.allocate(Frame.HEADER + packet.capacity())
                .put(HexFormat.of().parseHex(destinationMac + OWN_MAC + "0800"))
                .put(packet.array())
                .array();
    }

    /** RFC 1071. */
    private static int checksum(byte[] octets) {
        int sum = 0;
        for (int i = 0; i < octets.length; i++) {
            sum += (octets[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return ~sum & 0xffff;
    }

    private static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
