package org.ninelives.linux.rtnetlink;

/** Numbers of linux/rtnetlink.h, linux/if_link.h, linux/if_addr.h and linux/if.h. */
public final class Rtnetlink {

    public static final int RTM_NEWLINK = 16;
    public static final int RTM_DELLINK = 17;
    public static final int RTM_GETLINK = 18;
    static final int RTM_NEWADDR = 20;
    static final int RTM_DELADDR = 21;
    static final int RTM_GETADDR = 22;

    static final int RTMGRP_LINK = 0x1;
    static final int RTMGRP_IPV4_IFADDR = 0x10;
    static final int RTMGRP_IPV6_IFADDR = 0x100;

    /** Length of struct ifinfomsg. */
    public static final int IFINFOMSG = 16;

    /** Length of struct ifaddrmsg. */
    static final int IFADDRMSG = 8;

    public static final int IFLA_ADDRESS = 1;
    public static final int IFLA_IFNAME = 3;
    static final int IFLA_MTU = 4;
    static final int IFLA_LINK = 5;
    static final int IFLA_MASTER = 10;
    static final int IFLA_WIRELESS = 11;
    static final int IFLA_LINKINFO = 18;
    static final int IFLA_GROUP = 27;
    static final int IFLA_LINK_NETNSID = 37;
    static final int IFLA_INFO_KIND = 1;
    static final int IFLA_INFO_SLAVE_KIND = 4;
    public static final int IFLA_EXT_MASK = 29;
    public static final int RTEXT_FILTER_SKIP_STATS = 0x8;

    public static final int IFF_UP = 0x1;
    static final int IFF_RUNNING = 0x40;
    static final int IFF_NOARP = 0x80;
    static final int IFF_MULTICAST = 0x1000;

    static final int IFA_ADDRESS = 1;
    static final int IFA_LOCAL = 2;
    static final int IFA_LABEL = 3;
    static final int IFA_BROADCAST = 4;
    static final int IFA_CACHEINFO = 6;
    static final int IFA_FLAGS = 8;
    static final int IFA_PROTO = 11;

    static final int IFA_F_SECONDARY = 0x1;
    static final int IFA_F_NODAD = 0x2;
    static final int IFA_F_DADFAILED = 0x8;
    static final int IFA_F_HOMEADDRESS = 0x10;
    static final int IFA_F_DEPRECATED = 0x20;
    static final int IFA_F_TENTATIVE = 0x40;
    static final int IFA_F_MANAGETEMPADDR = 0x100;
    static final int IFA_F_NOPREFIXROUTE = 0x200;
    static final int IFA_F_MCAUTOJOIN = 0x400;

    private Rtnetlink() {}
}
