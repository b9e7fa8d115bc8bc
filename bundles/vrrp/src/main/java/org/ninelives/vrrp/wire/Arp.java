package org.ninelives.vrrp.wire;

/** Where things are in an ARP packet for IPv4 on Ethernet, RFC 826. */
final class Arp {

    static final int BYTES = 28;
    static final int PROTOCOL = 2;
    static final int ADDRESS_LENGTHS = 4;
    static final int OPERATION = 6;
    static final int SENDER_HARDWARE = 8;
    static final int SENDER_PROTOCOL = 14;

    static final short HARDWARE_ETHERNET = 1;
    static final short PROTOCOL_IPV4 = 0x0800;
    static final short LENGTHS_6_AND_4 = 0x0604;
    static final short REQUEST = 1;
    static final short REPLY = 2;

    private Arp() {}
}
