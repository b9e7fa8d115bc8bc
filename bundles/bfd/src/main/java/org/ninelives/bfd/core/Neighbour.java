package org.ninelives.bfd.core;

/** What the other end of a session said last, RFC 5880 section 6.8.1. */
public final class Neighbour {

    /** bfd.RemoteMinRxInterval before anything was heard. */
    private static final long MIN_RX_MICROS_AT_FIRST = 1;

    private State state = State.DOWN;
    private int diagnostic;
    private int discriminator;
    private boolean demand;
    private int multiplier;
    private long minTxMicros;
    private long minRxMicros = MIN_RX_MICROS_AT_FIRST;
    private long heardNanos;

    Neighbour() {}

    void heard(long nowNanos, ControlPacket packet) {
        heardNanos = nowNanos;
        state = packet.state();
        diagnostic = packet.diagnostic();
        discriminator = packet.senderDiscriminator();
        demand = packet.isDemand();
        multiplier = packet.multiplier();
        minTxMicros = packet.minTxMicros();
        minRxMicros = packet.minRxMicros();
    }

    /**
     * Lets go of a neighbour that fell silent: whoever is heard next may be another one, whose wish
     * for silence or demand mode this one's would be mistaken for.
     */
    void forget() {
        discriminator = 0;
        state = State.DOWN;
        demand = false;
        minRxMicros = MIN_RX_MICROS_AT_FIRST;
    }

    /** Whether it was heard and did not fall silent since. */
    public boolean isKnown() {
        return discriminator != 0;
    }

    public State state() {
        return state;
    }

    /** The number it sent last, 0..31. */
    public int diagnostic() {
        return diagnostic;
    }

    /** Its My Discriminator; 0 when it is not known. */
    public int discriminator() {
        return discriminator;
    }

    boolean isDemand() {
        return demand;
    }

    /** Its Detect Mult; 0 before it was heard. */
    public int multiplier() {
        return multiplier;
    }

    /** Its Desired Min TX Interval; 0 before it was heard. */
    public long minTxMicros() {
        return minTxMicros;
    }

    /** Its Required Min RX Interval; 0 asks for no periodic packets. */
    public long minRxMicros() {
        return minRxMicros;
    }

    long heardNanos() {
        return heardNanos;
    }
}
