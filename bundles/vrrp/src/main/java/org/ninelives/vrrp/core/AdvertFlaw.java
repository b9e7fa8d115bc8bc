package org.ninelives.vrrp.core;

/** What can be wrong with an advert, by what an operator has to check. */
public enum AdvertFlaw {
    /** Truncated, malformed or of another length than it says. */
    LENGTH(true, "it is no VRRP advert or was damaged on the way; look at it with tcpdump"),
    /** Its TTL or hop limit is not the one expected. */
    TTL(true, "a router in between forwards it, or the peer is set to another TTL"),
    VERSION(true, "vrrp_version must be the same on all routers"),
    TYPE(true, "the sender does not speak VRRP as RFC 9568 has it"),
    /** Its type of authentication, password or message authentication code. */
    AUTHENTICATION(true, "authentication, passwords and keys must be the same on all routers"),
    /** Its sequence number or time is an old one. */
    REPLAY(true, "somebody sends old adverts again, or the clocks of the routers differ"),
    /** Version 2 with another interval. */
    INTERVAL(true, "advert_int must be the same on all routers of version 2"),
    CHECKSUM(true, "it was damaged on the way, or v3_checksum_as_v2 is needed on one side"),
    /** Multicast for unicast or the other way round. */
    DESTINATION(true, "all routers must use unicast_peer, or none"),
    UNKNOWN_PEER(true, "list the sender in unicast_peer, or keep it from sending"),
    /** Version 3 with another interval, which a backup adopts. */
    OTHER_INTERVAL(false, "advert_int should be the same on all routers"),
    /** Other virtual addresses than ours. */
    ADDRESSES(false, "virtual_ipaddress must be the same on all routers");

    private final boolean refused;
    private final String advice;

    AdvertFlaw(boolean refused, String advice) {
        this.refused = refused;
        this.advice = advice;
    }

    /** Whether adverts with this flaw do not reach the virtual router. */
    public boolean isRefused() {
        return refused;
    }

    /** What to check, the end of a sentence. */
    String advice() {
        return advice;
    }
}
