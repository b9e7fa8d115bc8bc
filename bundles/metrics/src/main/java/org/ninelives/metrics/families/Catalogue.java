package org.ninelives.metrics.families;

import java.util.ArrayList;
import java.util.List;

/** All metrics. Immutable. */
public final class Catalogue {

    private final List<Group<?>> groups;

    /**
     * All there are.
     *
     * @param happenings counts what no bean counts
     */
    public Catalogue(Happenings happenings) {
        List<Group<?>> all = new ArrayList<>();
        all.addAll(DaemonMetrics.groups(happenings));
        all.addAll(LoopMetrics.groups());
        all.addAll(VrrpMetrics.groups());
        all.addAll(TrackMetrics.groups());
        all.addAll(BalancingMetrics.groups());
        all.addAll(CheckMetrics.groups());
        all.addAll(TellingMetrics.groups());
        all.addAll(ProcessMetrics.groups());
        groups = List.copyOf(all);
    }

    /** The sorts of objects there are metrics of, in the order of the page. */
    public List<Group<?>> groups() {
        return groups;
    }
}
