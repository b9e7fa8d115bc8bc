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
    CHK_ERR,
    PRI_ZERO_RCVD
}
