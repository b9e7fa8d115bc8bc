package org.ninelives.bfd.settings;

import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.bfd.core.SessionSettings;

/**
 * A {@code bfd_instance}, checked and with all defaults filled in.
 *
 * @param name the header of its block
 * @param neighbour the address of the other end
 * @param source the own address; the kernel chooses when empty
 * @param session what the protocol needs
 * @param hopLimit TTL or hop limit of what is sent, 1..255
 * @param hopLimitMin the least of what is heard, 0..255; 0 accepts all
 * @param multihop whether it may be routed on its way (RFC 5883), which has a port of its own
 */
public record InstanceSettings(
        String name,
        IpAddress neighbour,
        Optional<IpAddress> source,
        SessionSettings session,
        int hopLimit,
        int hopLimitMin,
        boolean multihop) {

    /** RFC 5881 section 4. */
    private static final int PORT = 3784;

    /** RFC 5883 section 5. */
    private static final int PORT_MULTIHOP = 4784;

    /** The port packets are sent to and heard on. */
    public int port() {
        return multihop ? PORT_MULTIHOP : PORT;
    }

    /**
     * Whether both are between the same addresses in the same way, so that packets tell them not
     * apart.
     */
    public boolean isBetweenTheSame(InstanceSettings other) {
        return neighbour.equals(other.neighbour)
                && source.equals(other.source)
                && multihop == other.multihop;
    }

    /** Whether it can go on with these settings without being begun anew. */
    public boolean canBecome(InstanceSettings other) {
        return isBetweenTheSame(other) && hopLimit == other.hopLimit;
    }
}
