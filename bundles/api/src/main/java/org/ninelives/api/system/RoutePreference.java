package org.ninelives.api.system;

/** How an IPv6 route compares with others (RFC 4191 section 2.1). */
public enum RoutePreference {
    LOW(3),
    MEDIUM(0),
    HIGH(1);

    private final int number;

    RoutePreference(int number) {
        this.number = number;
    }

    /** The two bits of RFC 4191. */
    public int number() {
        return number;
    }
}
