package org.ninelives.lvs.core;

import org.ninelives.lvs.settings.VirtualServerSettings;

/** Whether a virtual server has enough live servers, with hysteresis. */
final class Quorum {

    /** What a look at the weight changes. */
    enum Turn {
        NONE,
        GAINED,
        LOST
    }

    private boolean met;

    boolean isMet() {
        return met;
    }

    /**
     * Weighs anew. Without any weight it is never met, as the quorum is more than its hysteresis.
     *
     * @param weight of the live servers
     */
    Turn consider(long weight, VirtualServerSettings settings) {
        if (met) {
            if (weight < settings.quorum() - settings.hysteresis()) {
                met = false;
                return Turn.LOST;
            }
        } else if (weight >= settings.quorum() + settings.hysteresis()) {
            met = true;
            return Turn.GAINED;
        }
        return Turn.NONE;
    }
}
