package org.ninelives.lvs.settings;

import org.ninelives.api.ipvs.Forwarding;

/**
 * What a virtual server says for those of its servers that say nothing.
 *
 * @param weight 0..2147483647
 */
public record ServerDefaults(
        Forwarding forwarding, boolean inhibitOnFailure, int weight, UsualCheck check) {

    /** What holds where nothing is said. */
    public static final ServerDefaults DEFAULT =
            new ServerDefaults(Forwarding.MASQUERADING, false, 1, UsualCheck.DEFAULT);
}
