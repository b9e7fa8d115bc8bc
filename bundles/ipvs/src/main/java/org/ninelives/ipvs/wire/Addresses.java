package org.ninelives.ipvs.wire;

import java.nio.ByteOrder;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/** Reads addresses and ports. */
final class Addresses {

    private Addresses() {}

    static IpAddress.Family family(int number) throws NetlinkFormatException {
        return switch (number) {
            case IpvsNumbers.AF_INET -> IpAddress.Family.IPV4;
            case IpvsNumbers.AF_INET6 -> IpAddress.Family.IPV6;
            default -> throw new NetlinkFormatException("address family " + number);
        };
    }

    /** The address at the start of union nf_inet_addr. */
    static IpAddress address(byte[] union, IpAddress.Family family) throws NetlinkFormatException {
        if (union.length < family.bytes()) {
            throw new NetlinkFormatException("an address of " + union.length + " bytes");
        }
        byte[] bytes = new byte[family.bytes()];
        System.arraycopy(union, 0, bytes, 0, bytes.length);
        return IpAddress.ofBytes(bytes);
    }

    /** A number of two bytes in network order. */
    static int port(AttributeReader attribute) throws NetlinkFormatException {
        // Read in the order of the machine.
        int bytes = attribute.asShort();
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                ? bytes
                : Short.toUnsignedInt(Short.reverseBytes((short) bytes));
    }
}
