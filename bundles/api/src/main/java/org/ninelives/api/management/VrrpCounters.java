package org.ninelives.api.management;

/**
 * Counters of a virtual router since the daemon started, named as keepalived's JSON names them.
 *
 * @param advertRcvd adverts accepted
 * @param advertSent adverts sent
 * @param becomeMaster times this node became master
 * @param releaseMaster times it left mastership
 * @param packetLenErr packets of a wrong length
 * @param advertIntervalErr adverts with another interval
 * @param ipTtlErr packets whose TTL was not 255
 * @param versErr packets of the other VRRP version
 * @param invalidTypeRcvd packets of a type other than advertisement
 * @param addrListErr adverts with another address list, or to the wrong kind of destination
 * @param invalidAuthtype packets of an authentication type that does not exist
 * @param authtypeMismatch packets of another authentication type than ours
 * @param authFailure packets with a wrong password, or a wrong or old authentication header
 * @param authExtMissing packets without the trailer {@code auth_hmac} asks for
 * @param authExtMalformed packets with a trailer of unknown kind
 * @param authExtUnknownKey packets signed with a key that is not configured
 * @param authExtStale packets signed outside the time window
 * @param authExtBadHmac packets with a wrong signature
 * @param authExtReplay signed packets heard before
 * @param chkErr packets with a wrong checksum
 * @param priZeroRcvd adverts with priority 0 received
 * @param priZeroSent adverts with priority 0 sent
 */
public record VrrpCounters(
        long advertRcvd,
        long advertSent,
        long becomeMaster,
        long releaseMaster,
        long packetLenErr,
        long advertIntervalErr,
        long ipTtlErr,
        long versErr,
        long invalidTypeRcvd,
        long addrListErr,
        long invalidAuthtype,
        long authtypeMismatch,
        long authFailure,
        long authExtMissing,
        long authExtMalformed,
        long authExtUnknownKey,
        long authExtStale,
        long authExtBadHmac,
        long authExtReplay,
        long chkErr,
        long priZeroRcvd,
        long priZeroSent) {}
