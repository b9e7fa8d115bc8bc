package org.ninelives.vrrp.wire;

import java.util.Optional;

/** What the validator makes of a packet. Only {@link #ACCEPTED} reaches the virtual router. */
public enum Verdict {
    ACCEPTED(Counter.ADVERT_RCVD),
    /** Longer than any advert, its end lost. */
    TRUNCATED(Counter.PACKET_LEN_ERR),
    /** Too short for its headers, or no IPv4 VRRP packet at all. */
    MALFORMED(Counter.PACKET_LEN_ERR),
    /** Longer or shorter than its own address count says. */
    WRONG_LENGTH(Counter.PACKET_LEN_ERR),
    WRONG_TTL(Counter.IP_TTL_ERR),
    WRONG_VERSION(Counter.VERS_ERR),
    INVALID_AUTH_TYPE(Counter.INVALID_AUTHTYPE),
    AUTH_TYPE_MISMATCH(Counter.AUTHTYPE_MISMATCH),
    WRONG_PASSWORD(Counter.AUTH_FAILURE),
    /** Version 2 with another interval. */
    INTERVAL_MISMATCH,
    INVALID_TYPE(Counter.INVALID_TYPE_RCVD),
    /** The IPv4 header tells another length than was received. */
    WRONG_IP_LENGTH(Counter.PACKET_LEN_ERR),
    WRONG_CHECKSUM(Counter.CHK_ERR),
    /** Multicast for a unicast instance or the other way round. */
    WRONG_DESTINATION(Counter.ADDR_LIST_ERR),
    /** This router owns the addresses and listens to nobody. */
    IGNORED,
    /** Unicast from an address that is no peer. */
    UNKNOWN_PEER,
    /** Unicast from a peer with a TTL outside its range. */
    PEER_TTL(Counter.IP_TTL_ERR),
    /** Of another virtual router. */
    OTHER_VRID;

    private final Optional<Counter> counter;

    Verdict() {
        this.counter = Optional.empty();
    }

    Verdict(Counter counter) {
        this.counter = Optional.of(counter);
    }

    /** The counter to raise, if any. */
    public Optional<Counter> counter() {
        return counter;
    }
}
