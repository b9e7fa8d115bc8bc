package org.ninelives.bfd.core;

/**
 * The fields of a BFD control packet, RFC 5880 section 4.1. Filled anew for each packet, so that
 * packets leave nothing for the garbage collector; whoever wants to keep one copies what it needs.
 * Times are microseconds, 0..4294967295.
 */
public final class ControlPacket implements Input {

    private State state = State.DOWN;
    private int diagnostic;
    private boolean poll;
    private boolean isFinal;
    private boolean demand;
    private int multiplier;
    private int senderDiscriminator;
    private int receiverDiscriminator;
    private long minTxMicros;
    private long minRxMicros;

    /**
     * Sets who says what about whom.
     *
     * @param diagnostic 0..31
     * @param senderDiscriminator My Discriminator
     * @param receiverDiscriminator Your Discriminator, 0 when not known
     */
    public ControlPacket is(
            State state, int diagnostic, int senderDiscriminator, int receiverDiscriminator) {
        this.state = state;
        this.diagnostic = diagnostic;
        this.senderDiscriminator = senderDiscriminator;
        this.receiverDiscriminator = receiverDiscriminator;
        return this;
    }

    /** Sets the times: Desired Min TX Interval, Required Min RX Interval, Detect Mult. */
    public ControlPacket offers(long minTxMicros, long minRxMicros, int multiplier) {
        this.minTxMicros = minTxMicros;
        this.minRxMicros = minRxMicros;
        this.multiplier = multiplier;
        return this;
    }

    /** Sets the bits Poll, Final and Demand. */
    public ControlPacket flags(boolean poll, boolean isFinal, boolean demand) {
        this.poll = poll;
        this.isFinal = isFinal;
        this.demand = demand;
        return this;
    }

    public State state() {
        return state;
    }

    /** 0..31; {@link Diagnostic#text(int)} words it. */
    public int diagnostic() {
        return diagnostic;
    }

    public boolean isPoll() {
        return poll;
    }

    public boolean isFinal() {
        return isFinal;
    }

    public boolean isDemand() {
        return demand;
    }

    /** Detect Mult, 1..255. */
    public int multiplier() {
        return multiplier;
    }

    /** My Discriminator, not 0. */
    public int senderDiscriminator() {
        return senderDiscriminator;
    }

    /** Your Discriminator, 0 when the sender does not know it. */
    public int receiverDiscriminator() {
        return receiverDiscriminator;
    }

    /** Desired Min TX Interval. */
    public long minTxMicros() {
        return minTxMicros;
    }

    /** Required Min RX Interval; 0 asks for no periodic packets at all. */
    public long minRxMicros() {
        return minRxMicros;
    }

    @Override
    public String toString() {
        return "%s diag %d %08x -> %08x tx %d rx %d x %d%s%s%s"
                .formatted(
                        state.word(),
                        diagnostic,
                        senderDiscriminator,
                        receiverDiscriminator,
                        minTxMicros,
                        minRxMicros,
                        multiplier,
                        poll ? " P" : "",
                        isFinal ? " F" : "",
                        demand ? " D" : "");
    }
}
