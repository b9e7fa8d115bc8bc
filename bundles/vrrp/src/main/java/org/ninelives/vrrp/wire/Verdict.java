package org.ninelives.vrrp.wire;

import java.util.Locale;
import java.util.Optional;

/** What the validator makes of a packet. Only {@link #ACCEPTED} reaches the virtual router. */
public enum Verdict {
    ACCEPTED(Counter.ADVERT_RCVD),
    /** Longer than any advert, its end lost. */
    TRUNCATED(Counter.PACKET_LEN_ERR),
    /** Too short for its headers, of the other family, or no VRRP packet at all. */
    MALFORMED(Counter.PACKET_LEN_ERR),
    /** Longer or shorter than its own address count says. */
    WRONG_LENGTH(Counter.PACKET_LEN_ERR),
    /** Signed for {@code auth_hmac}, which is not configured here. */
    HMAC_UNEXPECTED(Counter.PACKET_LEN_ERR),
    WRONG_TTL(Counter.IP_TTL_ERR),
    WRONG_VERSION(Counter.VERS_ERR),
    /** Without the trailer of {@code auth_hmac}. */
    HMAC_MISSING(Counter.AUTH_EXT_MISSING),
    /** With a trailer of a kind nobody knows. */
    HMAC_MALFORMED(Counter.AUTH_EXT_MALFORMED),
    /** Signed with a key that is not configured here. */
    HMAC_UNKNOWN_KEY(Counter.AUTH_EXT_UNKNOWN_KEY),
    /** Signed too long ago, or by a clock ahead of ours. */
    HMAC_STALE(Counter.AUTH_EXT_STALE),
    /** Changed on its way, or signed with another key of that number. */
    HMAC_WRONG_MAC(Counter.AUTH_EXT_BAD_HMAC),
    /** Rightly signed, and heard before. */
    HMAC_REPLAYED(Counter.AUTH_EXT_REPLAY),
    INVALID_AUTH_TYPE(Counter.INVALID_AUTHTYPE),
    AUTH_TYPE_MISMATCH(Counter.AUTHTYPE_MISMATCH),
    WRONG_PASSWORD(Counter.AUTH_FAILURE),
    /** With security parameters that are not named by the address of the sender. */
    AH_WRONG_SPI(Counter.AUTH_FAILURE),
    /** Changed on its way, or signed with another password. */
    AH_WRONG_CODE(Counter.AUTH_FAILURE),
    /** Rightly signed, and heard before. */
    AH_REPLAYED(Counter.AUTH_FAILURE),
    /** Version 2 with another interval. */
    INTERVAL_MISMATCH,
    INVALID_TYPE(Counter.INVALID_TYPE_RCVD),
    /** The IP header tells another length than was received. */
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

    /** One word for a list of what was refused, such as {@code wrong-ttl}. */
    public String word() {
        return word(this);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
