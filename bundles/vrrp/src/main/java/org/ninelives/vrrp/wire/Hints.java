package org.ninelives.vrrp.wire;

/** Says to the operator what to do about packets that are refused or odd. */
public final class Hints {

    private static final String SAME_AUTHENTICATION =
            "auth_type must be the same on all routers of this VRID";
    private static final String SAME_PASSWORD =
            "auth_pass must be the same on all routers of this VRID";
    private static final String OTHER_ROUTER =
            "if that router is not meant to share these addresses, give one of them another"
                    + " virtual_router_id";

    private Hints() {}

    /** What to do about packets of this verdict; empty where there is nothing to be done. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED, IGNORED -> "";
            case TRUNCATED, MALFORMED, INVALID_TYPE ->
                    "something on this network sends IP protocol 112 that is no VRRP of ours;"
                            + " capture it to see what";
            case WRONG_LENGTH, WRONG_IP_LENGTH ->
                    "damaged or made by other software; " + OTHER_ROUTER;
            case HMAC_UNEXPECTED ->
                    "configure auth_hmac with mode receive-only here before the others sign";
            case WRONG_TTL ->
                    "the advert was routed or forged: adverts must stay on one link, or use"
                            + " unicast_peer";
            case WRONG_VERSION -> "vrrp_version must be the same on all routers of this VRID";
            case HMAC_MISSING ->
                    "configure auth_hmac on that router, or mode permissive here until it is";
            case HMAC_MALFORMED -> "that router signs in a way this version does not know";
            case HMAC_UNKNOWN_KEY ->
                    "add that key here before another router makes it its active_key";
            case HMAC_STALE ->
                    "set the clocks of both nodes by NTP; time_window allows more difference";
            case HMAC_WRONG_MAC -> "keys of the same id must be the same on all routers";
            case HMAC_REPLAYED ->
                    "the network delivers it twice, or somebody replays what was recorded";
            case INVALID_AUTH_TYPE, AUTH_TYPE_MISMATCH -> SAME_AUTHENTICATION;
            case WRONG_PASSWORD, AH_WRONG_CODE -> SAME_PASSWORD;
            case AH_WRONG_SPI ->
                    "its address was changed on the way (NAT), which AH does not survive";
            case AH_REPLAYED ->
                    "that router has restarted and will catch up with our numbers once it hears"
                            + " us; else the network delivers it twice or somebody replays it";
            case INTERVAL_MISMATCH -> "version 2 needs the same advert_int on all routers";
            case WRONG_CHECKSUM -> "damaged on the way, or summed in a way of its own";
            case WRONG_DESTINATION ->
                    "unicast_peer must be configured on all routers of this VRID or on none";
            case UNKNOWN_PEER -> "add it to unicast_peer if it is one of yours";
            case PEER_TTL -> "min_ttl and max_ttl of unicast_peer must fit the number of hops";
            case OTHER_VRID -> "it belongs to another virtual router";
        };
    }

    /** What to do about adverts that are odd in this way; empty if nothing needs to be done. */
    public static String of(Anomaly anomaly) {
        return switch (anomaly) {
            case INTERVAL_DIFFERS -> "advert_int should be the same on all routers of this VRID";
            case ADDRESS_COUNT_DIFFERS, ADDRESS_MISSING ->
                    "virtual_ipaddress should be the same on all routers; " + OTHER_ROUTER;
            case PRIORITY_ZERO -> "";
            case CHECKSUM_FORM_DIFFERS ->
                    "if that router does not accept our adverts, v3_checksum_as_v2 changes ours";
            case OLD_CHECKSUM ->
                    "update keepalived there, or forbid it with old_unicast_checksum never";
            case CLOCK_SKEWED -> "set the clocks of both nodes by NTP before adverts are refused";
        };
    }
}
