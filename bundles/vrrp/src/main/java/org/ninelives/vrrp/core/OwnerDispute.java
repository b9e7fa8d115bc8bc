package org.ninelives.vrrp.core;

/**
 * Watches another router that claims priority 255 as well although its address is lower. It should
 * yield; if it goes on after having had time to hear us twice, we yield.
 */
final class OwnerDispute {

    private static final int ADVERTS_TO_HEAR = 2;

    private boolean open;
    private long sinceNanos;
    private int advertsSent;

    void end() {
        open = false;
    }

    void advertSent() {
        advertsSent++;
    }

    /**
     * The other router has spoken.
     *
     * @param intervalNanos the longer one of both intervals
     * @return whether we have to yield
     */
    boolean heard(long nowNanos, long intervalNanos) {
        if (!open) {
            open = true;
            sinceNanos = nowNanos;
            advertsSent = 0;
            return false;
        }
        return advertsSent >= ADVERTS_TO_HEAR && nowNanos - sinceNanos > intervalNanos;
    }
}
