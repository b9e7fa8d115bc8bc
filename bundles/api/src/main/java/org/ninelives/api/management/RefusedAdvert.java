package org.ninelives.api.management;

/** The latest advert that a virtual router refused for a reason that the MIBs of VRRP know. */
public record RefusedAdvert(
        @Description(
                        "Why: TTL, VERSION, CHECKSUM, INVALID_AUTH_TYPE, AUTH_TYPE_MISMATCH or"
                                + " AUTH_FAILURE")
                String reason,
        @Description("Address of its sender") String source,
        @Description(
                        "When it came, milliseconds since 1970 UTC; in a flood not each is looked"
                                + " at")
                long millis) {}
