package org.ninelives.lvs.settings;

import java.util.List;
import org.ninelives.api.configuration.PlannedChange;

/** What a reload would do to all that concerns load balancing, told before it is done. */
public final class LvsPlan {

    private LvsPlan() {}

    /** The changes, in the order of the new configuration; what is removed comes last. */
    public static List<PlannedChange> changes(LvsSettings from, LvsSettings to) {
        return List.of();
    }
}
