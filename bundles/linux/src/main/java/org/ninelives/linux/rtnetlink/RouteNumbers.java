package org.ninelives.linux.rtnetlink;

/** Numbers of linux/rtnetlink.h, linux/lwtunnel.h and linux/mpls_iptunnel.h about routes. */
final class RouteNumbers {

    static final int RTM_NEWROUTE = 24;
    static final int RTM_DELROUTE = 25;
    static final int RTM_GETROUTE = 26;

    static final int RTMGRP_IPV4_ROUTE = 0x40;
    static final int RTMGRP_IPV6_ROUTE = 0x400;

    /** Length of struct rtmsg. */
    static final int RTMSG = 12;

    /** Length of struct rtnexthop. */
    static final int RTNEXTHOP = 8;

    static final int RT_TABLE_UNSPEC = 0;
    static final int RTPROT_UNSPEC = 0;
    static final int RT_SCOPE_UNIVERSE = 0;
    static final int RTNH_F_ONLINK = 0x4;

    static final int RTA_DST = 1;
    static final int RTA_SRC = 2;
    static final int RTA_OIF = 4;
    static final int RTA_GATEWAY = 5;
    static final int RTA_PRIORITY = 6;
    static final int RTA_PREFSRC = 7;
    static final int RTA_METRICS = 8;
    static final int RTA_MULTIPATH = 9;
    static final int RTA_FLOW = 11;
    static final int RTA_TABLE = 15;
    static final int RTA_VIA = 18;
    static final int RTA_PREF = 20;
    static final int RTA_ENCAP_TYPE = 21;
    static final int RTA_ENCAP = 22;
    static final int RTA_EXPIRES = 23;
    static final int RTA_TTL_PROPAGATE = 26;

    static final int RTAX_LOCK = 1;
    static final int RTAX_CC_ALGO = 16;

    static final int LWTUNNEL_ENCAP_MPLS = 1;
    static final int LWTUNNEL_ENCAP_IP = 2;
    static final int LWTUNNEL_ENCAP_ILA = 3;
    static final int LWTUNNEL_ENCAP_IP6 = 4;

    /** The same for LWTUNNEL_IP_* and LWTUNNEL_IP6_*, but for what 4 and 5 mean. */
    static final int LWTUNNEL_IP_ID = 1;

    static final int LWTUNNEL_IP_DST = 2;
    static final int LWTUNNEL_IP_SRC = 3;
    static final int LWTUNNEL_IP_TTL = 4;
    static final int LWTUNNEL_IP_TOS = 5;
    static final int LWTUNNEL_IP_FLAGS = 6;

    static final int MPLS_IPTUNNEL_DST = 1;
    static final int ILA_ATTR_LOCATOR = 1;

    private RouteNumbers() {}
}
