package org.ninelives.snmp.mib;

import org.ninelives.snmp.wire.Oid;

/** Where the MIBs stand in the tree of names. */
public final class Oids {

    /** KEEPALIVED-MIB. */
    static final Oid KEEPALIVED = Oid.of("1.3.6.1.4.1.9586.100.5");

    /** What concerns the daemon as a whole. */
    public static final Oid GLOBAL = KEEPALIVED.plus(1);

    /** Virtual routers. */
    public static final Oid VRRP = KEEPALIVED.plus(2);

    /** Load balancing. */
    public static final Oid CHECK = KEEPALIVED.plus(3);

    /** VRRP-MIB, RFC 2787. */
    public static final Oid RFC_2 = Oid.of("1.3.6.1.2.1.68");

    /** VRRPV3-MIB, RFC 6527. */
    public static final Oid RFC_3 = Oid.of("1.3.6.1.2.1.207");

    static final Oid ROUTER_ID = GLOBAL.plus(2, 0);
    static final Oid GROUP_ENTRY = VRRP.plus(1, 1);
    static final Oid INSTANCE_ENTRY = VRRP.plus(3, 1);
    static final Oid VIRTUAL_SERVER_ENTRY = CHECK.plus(3, 1);
    static final Oid REAL_SERVER_ENTRY = CHECK.plus(4, 1);
    static final Oid TRAPS = VRRP.plus(10, 0);

    private Oids() {}
}
