package org.ninelives.api.net;

/** An Ethernet address, its 48 bits in the low end of {@code bits}. */
public record MacAddress(long bits) {

    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("an Ethernet address has 48 bits");
        }
    }

    /** The address whose bytes in transmission order are these six. */
    public static MacAddress ofBytes(byte[] bytes) {
        if (bytes.length != 6) {
            throw new IllegalArgumentException(
                    "an Ethernet address has 6 bytes, not " + bytes.length);
        }
        long bits = 0;
        for (byte b : bytes) {
            bits = (bits << 8) | (b & 0xff);
        }
        return new MacAddress(bits);
    }

    /** {@code 00:00:5e:00:01:33}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(String.format("%02x", (bits >>> shift) & 0xff))
                    .append(shift == 0 ? "" : ":");
        }
        return text.toString();
    }
}
