package org.ninelives.vrrp.core;

/** How a master goes back to BACKUP. */
enum Retreat {
    /** Another master has the better claim. */
    YIELD(false),
    /** It was asked to, and holds still for one master down interval. */
    RESIGN(true),
    /** It lost an address and tries again after the skew time. */
    LOSS(true),
    /**
     * It stood still for so long that it may not be the only master: not a word before listening.
     */
    STOOD_STILL(false);

    private final boolean toldByPriorityZero;

    Retreat(boolean toldByPriorityZero) {
        this.toldByPriorityZero = toldByPriorityZero;
    }

    boolean isToldByPriorityZero() {
        return toldByPriorityZero;
    }
}
