package org.ninelives.api.check;

/** What a look at a server takes from this machine. */
public enum ProbeCost {
    /** Some packets. */
    CHEAP,
    /** Milliseconds of CPU: a TLS handshake. */
    HANDSHAKE,
    /** A process of its own. */
    PROCESS
}
