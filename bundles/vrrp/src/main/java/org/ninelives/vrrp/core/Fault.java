package org.ninelives.vrrp.core;

import java.util.Objects;

/**
 * One reason why a virtual router can take no part. Two faults are the same if kind and words are.
 *
 * @param kind what is wrong
 * @param words names what it is wrong with, as it stands in the log: {@code interface eth0 down},
 *     {@code no IPv4 address for interface}, {@code script chk}
 */
public record Fault(Kind kind, String words) {

    /** What can be wrong. */
    public enum Kind {
        /** The interface is down or not there; logged as {@code (interface eth0 down)}. */
        INTERFACE_DOWN,
        /** There is no address to send from. */
        NO_SOURCE_ADDRESS,
        /** Another instance has the same VRID on the same interface. */
        DUPLICATE_VRID,
        /** Something tracked is bad; logged as {@code due to script chk}. */
        TRACKER,
        /**
         * Something tracked has no result yet. Holds the instance in FAULT, of which nobody is
         * notified; logged as {@code waits … for the first result of script chk}.
         */
        AWAITED,
        /** The configuration cannot work. */
        CONFIGURATION,
        /** The machine refused something, such as a socket. */
        SYSTEM,
        /** An operator keeps it out. */
        DISABLED
    }

    public Fault {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(words);
    }

    /** Whether it is something bad, and not only something unknown. */
    public boolean isReal() {
        return kind != Kind.AWAITED;
    }
}
