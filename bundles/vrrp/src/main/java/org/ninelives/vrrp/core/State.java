package org.ninelives.vrrp.core;

/** The states of a virtual router, RFC 9568 section 6.3, and FAULT as keepalived has it. */
public enum State {
    /** Not started, or stopped. */
    INIT(0),
    /** Listens to the master and takes over when it falls silent. */
    BACKUP(1),
    /** Owns the addresses and advertises. */
    MASTER(2),
    /** Takes no part because something it needs is missing. */
    FAULT(3);

    private final int number;

    State(int number) {
        this.number = number;
    }

    /** The number in dumps, in SNMP and on D-Bus. */
    public int number() {
        return number;
    }
}
