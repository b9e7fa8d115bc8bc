package org.ninelives.linux.libc;

import static org.ninelives.linux.libc.Constants.AF_INET;
import static org.ninelives.linux.libc.Constants.AF_INET6;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ninelives.api.net.IpAddress;

/**
 * struct sockaddr_in of netinet/in.h and sockaddr_in6 of linux/in6.h, written without allocating.
 */
public final class SocketAddress {

    /** What either of them fits into. */
    public static final int LENGTH_MAX = 28;

    private static final int SOCKADDR_IN = 16;
    private static final int SOCKADDR_IN6 = LENGTH_MAX;

    private static final int PORT = 2;
    private static final int IPV4_ADDRESS = 4;
    private static final int IPV6_ADDRESS = 8;

    private static final boolean SWAPPED = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private SocketAddress() {}

    /** AF_INET or AF_INET6. */
    public static int domain(IpAddress.Family family) {
        return switch (family) {
            case IPV4 -> AF_INET;
            case IPV6 -> AF_INET6;
        };
    }

    /** {@code AF_INET} or {@code AF_INET6}, for messages. */
    public static String domainName(IpAddress.Family family) {
        return switch (family) {
            case IPV4 -> "AF_INET";
            case IPV6 -> "AF_INET6";
        };
    }

    /** The length in bytes of one with an address of this family. */
    public static int length(IpAddress.Family family) {
        return switch (family) {
            case IPV4 -> SOCKADDR_IN;
            case IPV6 -> SOCKADDR_IN6;
        };
    }

    /**
     * Writes one, without a scope: the interface a socket is bound to is the scope of link-local
     * addresses.
     *
     * @param bytes in the byte order of the machine
     * @param port 0..65535
     */
    public static void write(ByteBuffer bytes, int at, IpAddress address, int port) {
        IpAddress.Family family = address.family();
        for (int i = 0; i < length(family); i += Integer.BYTES) {
            bytes.putInt(at + i, 0);
        }
        bytes.putShort(at, (short) domain(family));
        putPort(bytes, at, port);
        switch (family) {
            case IPV4 -> putAddress(bytes, at + IPV4_ADDRESS, address);
            case IPV6 -> putAddress(bytes, at + IPV6_ADDRESS, address);
        }
    }

    /** Writes the port into one that begins there. */
    public static void putPort(ByteBuffer bytes, int at, int port) {
        bytes.putShort(at + PORT, SWAPPED ? Short.reverseBytes((short) port) : (short) port);
    }

    /** Writes the 4 or 16 bytes of an address, in network order. */
    public static void putAddress(ByteBuffer bytes, int at, IpAddress address) {
        switch (address.family()) {
            case IPV4 -> {
                int bits = address.ipv4Bits();
                bytes.putInt(at, SWAPPED ? Integer.reverseBytes(bits) : bits);
            }
            case IPV6 -> {
                putNetworkOrder(bytes, at, address.high());
                putNetworkOrder(bytes, at + Long.BYTES, address.low());
            }
        }
    }

    private static void putNetworkOrder(ByteBuffer bytes, int at, long bits) {
        bytes.putLong(at, SWAPPED ? Long.reverseBytes(bits) : bits);
    }
}
