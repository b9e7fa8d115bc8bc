package org.ninelives.vrrp.wire;

/** The counters a received packet can raise, with the names of keepalived's JSON. */
public enum Counter {
    ADVERT_RCVD,
    PACKET_LEN_ERR,
    ADVERT_INTERVAL_ERR,
    IP_TTL_ERR,
    VERS_ERR,
    INVALID_TYPE_RCVD,
    ADDR_LIST_ERR,
    INVALID_AUTHTYPE,
    AUTHTYPE_MISMATCH,
    AUTH_FAILURE,
    AUTH_EXT_MISSING,
    AUTH_EXT_MALFORMED,
    AUTH_EXT_UNKNOWN_KEY,
    AUTH_EXT_STALE,
    AUTH_EXT_BAD_HMAC,
    AUTH_EXT_REPLAY,
    CHK_ERR,
    PRI_ZERO_RCVD
}
