package org.ninelives.vrrp.wire;

/** Where things are in an IPv4 VRRP packet: RFC 791, RFC 3768 section 5.1, RFC 9568 section 5.1. */
final class Layout {

    static final int IP_HEADER = 20;
    static final int IP_LENGTH = 2;
    static final int IP_ID = 4;
    static final int IP_TTL = 8;
    static final int IP_PROTOCOL = 9;
    static final int IP_CHECKSUM = 10;
    static final int IP_SOURCE = 12;
    static final int IP_DESTINATION = 16;

    /** From here on counted from the beginning of the VRRP header. */
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

    private Layout() {}
}
