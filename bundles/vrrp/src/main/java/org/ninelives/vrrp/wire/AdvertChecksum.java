package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/** The checksum in the VRRP header, in the forms it is found in. */
final class AdvertChecksum {

    /** What {@link ChecksumForm#OLD_UNICAST} names as destination. */
    private static final IpAddress GROUP = IpAddress.of("224.0.0.18");

    private AdvertChecksum() {}

    /** The form the checksum of a received advert has. */
    static ChecksumForm formOf(AdvertView advert) {
        ByteBuffer packet = advert.packet();
        IpHeader header = advert.header();
        int vrrp = advert.vrrp();
        // The trailer is part of what the kernel of an IPv6 sender sums, and of nothing else.
        int end = header == Ipv6Header.INSTANCE ? advert.end() : advert.messageEnd();
        int message = Checksums.add(0, packet, vrrp, end);
        int pseudoHeader =
                message + Layout.PROTOCOL_VRRP + (end - vrrp) + header.addressSum(packet);
        if (header == Ipv6Header.INSTANCE) {
            return rightOrWrong(pseudoHeader, ChecksumForm.PSEUDO_HEADER);
        }
        if (advert.version() == 2 || Checksums.finish(message) == 0) {
            return rightOrWrong(message, ChecksumForm.MESSAGE);
        }
        if (Checksums.finish(pseudoHeader) == 0) {
            return ChecksumForm.PSEUDO_HEADER;
        }
        int toGroup =
                message
                        + Layout.PROTOCOL_VRRP
                        + (end - vrrp)
                        + Checksums.add(0, header.sourceLow(packet))
                        + header.addressSum(GROUP);
        return rightOrWrong(toGroup, ChecksumForm.OLD_UNICAST);
    }

    /** The form adverts are sent with. */
    static ChecksumForm formToSend(AdvertFormat format) {
        if (format.family() == IpAddress.Family.IPV6) {
            return ChecksumForm.PSEUDO_HEADER;
        }
        if (format.version() == 2 || format.checksumAsV2()) {
            return ChecksumForm.MESSAGE;
        }
        return canBeOld(format) && format.oldChecksum() == OldChecksum.FORCED
                ? ChecksumForm.OLD_UNICAST
                : ChecksumForm.PSEUDO_HEADER;
    }

    /** Whether a keepalived up to 1.3.6 would sum such adverts in a way of its own. */
    static boolean canBeOld(AdvertFormat format) {
        return format.family() == IpAddress.Family.IPV4
                && format.version() == 3
                && format.unicast();
    }

    /** What the pseudo header adds to the sum of a message sent in this form. */
    static int pseudoHeaderSum(
            ChecksumForm form, IpAddress source, IpAddress destination, int bytes) {
        if (form == ChecksumForm.MESSAGE) {
            return 0;
        }
        IpHeader header = IpHeader.of(source.family());
        IpAddress told = form == ChecksumForm.OLD_UNICAST ? GROUP : destination;
        return Layout.PROTOCOL_VRRP + bytes + header.addressSum(source) + header.addressSum(told);
    }

    private static ChecksumForm rightOrWrong(int sum, ChecksumForm form) {
        return Checksums.finish(sum) == 0 ? form : ChecksumForm.WRONG;
    }
}
