package org.ninelives.vrrp.wire;

import org.ninelives.api.net.IpAddress;

/**
 * Where things are in a VRRP packet: RFC 3768 section 5.1, RFC 9568 section 5.1, and the trailer of
 * {@code auth_hmac}. What is in front of it is told by {@link IpHeader} and {@link AhHeader}.
 */
final class Layout {

    /** All of these are counted from the beginning of the VRRP header. */
    static final int VRRP_HEADER = 8;

    static final int VRID = 1;
    static final int PRIORITY = 2;
    static final int COUNT = 3;

    /** Version 2: authentication type, then the interval in seconds; version 3: centiseconds. */
    static final int AUTH_TYPE = 4;

    static final int INTERVAL = 5;
    static final int CENTISECONDS = 4;
    static final int CHECKSUM = 6;
    static final int ADDRESSES = 8;

    static final int PROTOCOL_VRRP = 112;
    static final int TYPE_ADVERTISEMENT = 1;

    static final int AUTH_NONE = 0;
    static final int AUTH_SIMPLE_TEXT = 1;
    static final int AUTH_IPSEC_AH = 2;

    /** The longest message: every address of the one byte that counts them, IPv6, and what else. */
    static final int MESSAGE_BYTES_MAX =
            VRRP_HEADER
                    + AdvertFormat.ADDRESSES_MAX * IpAddress.Family.IPV6.bytes()
                    + Password.BYTES;

    private Layout() {}

    /** What version 2 tells of how an advert is authenticated. */
    static int authType(Authentication authentication) {
        return switch (authentication) {
            case Authentication.None none -> AUTH_NONE;
            case Authentication.SimpleText text -> AUTH_SIMPLE_TEXT;
            case Authentication.IpsecAh ah -> AUTH_IPSEC_AH;
            case AuthHmac hmac -> AUTH_NONE;
        };
    }

    /** What stands behind the addresses, as keepalived has it: over IPv6 there is no such field. */
    static int authDataBytes(IpAddress.Family family, int version) {
        return version == 2 && family == IpAddress.Family.IPV4 ? Password.BYTES : 0;
    }

    /** The length of a packet of this format that tells no address. */
    static int bytesBesideAddresses(AdvertFormat format) {
        return IpHeader.of(format.family()).bytes()
                + (format.authentication() instanceof Authentication.IpsecAh ? AhHeader.BYTES : 0)
                + VRRP_HEADER
                + authDataBytes(format.family(), format.version())
                + trailerBytes(format);
    }

    /** The length of the trailer adverts of this format are sent with. */
    static int trailerBytes(AdvertFormat format) {
        return format.authentication() instanceof AuthHmac hmac && hmac.signs()
                ? HmacTrailer.BYTES
                : 0;
    }
}
