package org.ninelives.api.system;

/** What an address is besides itself (IFA_F_* of linux/if_addr.h). */
public enum AddressFlag {

    /** Used without asking whether another node has it; IPv6 only. */
    NO_DAD,

    /** The home address of Mobile IPv6, RFC 6275; IPv6 only. */
    HOME,

    /** The kernel derives temporary addresses from it, RFC 8981; IPv6 only. */
    MANAGE_TEMPORARY,

    /** The kernel adds no route to its network. */
    NO_PREFIX_ROUTE,

    /** The kernel joins this multicast address. */
    AUTOJOIN,

    /** The kernel says: another address of the same network came first. Ignored when adding. */
    SECONDARY,

    /** The kernel says: not usable yet, others are being asked for it. Ignored when adding. */
    TENTATIVE,

    /** The kernel says: not usable, another node has it. Ignored when adding. */
    DAD_FAILED,

    /** The kernel says: no source for new connections. Ignored when adding. */
    DEPRECATED
}
