package org.ninelives.api.management;

/** Counters of a virtual router since the daemon started, named as keepalived's JSON names them. */
public record VrrpCounters(
        @Description("Adverts accepted") long advertRcvd,
        @Description("Adverts sent") long advertSent,
        @Description("Times this node became master") long becomeMaster,
        @Description("Times it left mastership") long releaseMaster,
        @Description("Packets of a wrong length") long packetLenErr,
        @Description("Adverts with another interval") long advertIntervalErr,
        @Description("Packets whose TTL was not 255") long ipTtlErr,
        @Description("Packets of the other VRRP version") long versErr,
        @Description("Packets of a type other than advertisement") long invalidTypeRcvd,
        @Description("Adverts with another address list, or to the wrong kind of destination")
                long addrListErr,
        @Description("Packets of an authentication type that does not exist") long invalidAuthtype,
        @Description("Packets of another authentication type than ours") long authtypeMismatch,
        @Description("Packets with a wrong password, or a wrong or old authentication header")
                long authFailure,
        @Description("Packets without the trailer auth_hmac asks for") long authExtMissing,
        @Description("Packets with a trailer of unknown kind") long authExtMalformed,
        @Description("Packets signed with a key that is not configured") long authExtUnknownKey,
        @Description("Packets signed outside the time window") long authExtStale,
        @Description("Packets with a wrong signature") long authExtBadHmac,
        @Description("Signed packets heard before") long authExtReplay,
        @Description("Packets with a wrong checksum") long chkErr,
        @Description("Adverts with priority 0 received") long priZeroRcvd,
        @Description("Adverts with priority 0 sent") long priZeroSent) {}
