package org.ninelives.linux.rtnetlink;

import static org.ninelives.linux.libc.Constants.AF_INET;
import static org.ninelives.linux.libc.Constants.AF_INET6;

import java.util.Arrays;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/** Address families and addresses as routes and rules tell them. */
final class AddressFamily {

    private AddressFamily() {}

    static int number(IpAddress.Family family) {
        return family == IpAddress.Family.IPV4 ? AF_INET : AF_INET6;
    }

    static Optional<IpAddress.Family> of(int number) {
        return switch (number) {
            case AF_INET -> Optional.of(IpAddress.Family.IPV4);
            case AF_INET6 -> Optional.of(IpAddress.Family.IPV6);
            default -> Optional.empty();
        };
    }

    /** 0.0.0.0 or ::. */
    static IpAddress any(IpAddress.Family family) {
        return new IpAddress(family, 0, 0);
    }

    static IpAddress read(AttributeReader attribute, IpAddress.Family family)
            throws NetlinkFormatException {
        return address(attribute.asBytes(), family);
    }

    /** The address in struct rtvia, which says its family itself; empty for others than IP. */
    static Optional<IpAddress> readVia(AttributeReader attribute) throws NetlinkFormatException {
        Optional<IpAddress.Family> family = of(attribute.asShort());
        if (family.isEmpty()) {
            return Optional.empty();
        }
        byte[] via = attribute.asBytes();
        return Optional.of(address(Arrays.copyOfRange(via, Short.BYTES, via.length), family.get()));
    }

    private static IpAddress address(byte[] bytes, IpAddress.Family family)
            throws NetlinkFormatException {
        if (bytes.length != family.bytes()) {
            throw new NetlinkFormatException("an address of " + bytes.length + " bytes");
        }
        return IpAddress.ofBytes(bytes);
    }
}
