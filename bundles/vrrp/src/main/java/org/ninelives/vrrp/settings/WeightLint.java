package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.Tracker;

/** Finds weights that cannot do what their writer may expect of them. */
final class WeightLint {

    private static final int PRIORITY_MAX = RouterSettings.OWNER_PRIORITY - 1;

    private final InstanceNames names;
    private final Problems problems;
    private final InstanceSettings instance;
    private final int priority;
    private final List<Tracker> weighted;

    /**
     * Looks at all that one instance tracks.
     *
     * @param ofGroup what its sync group tracks for it
     */
    WeightLint(
            InstanceNames names,
            Problems problems,
            InstanceSettings instance,
            List<Tracker> ofGroup) {
        this.names = names;
        this.problems = problems;
        this.instance = instance;
        priority = instance.router().priority();
        List<Tracker> trackers = new ArrayList<>(instance.tracking().trackers());
        trackers.addAll(ofGroup);
        trackers.removeIf(tracker -> tracker.weight() == 0);
        weighted = instance.router().isOwner() ? List.of() : trackers;
    }

    void check() {
        weighted.forEach(this::checkAlone);
        checkTogether();
        if (!instance.router().preempt() && !weighted.isEmpty()) {
            note(
                    InstanceGrammar.NOPREEMPT,
                    "with it a change of priority hands nothing over while adverts are heard;"
                            + " weight 0 makes a fault of what goes wrong");
        }
    }

    private void checkAlone(Tracker tracker) {
        boolean up = tracker.weight() > 0;
        // What a file tells may have either sign.
        if (tracker.kind() != TrackerKind.FILE && priority == (up ? PRIORITY_MAX : 1)) {
            Keyword<?> keyword = TrackerKeywords.of(tracker.kind());
            problems.warning(
                    names.position(instance.name(), keyword),
                    keyword.name(),
                    "weight "
                            + tracker.weight()
                            + " of "
                            + tracker.name()
                            + " changes nothing: priority "
                            + priority
                            + " of "
                            + instance.name()
                            + " is the "
                            + (up ? "highest" : "lowest")
                            + " there is; choose another one");
        }
    }

    /** Beyond the range all sums are the same, so that the order of two nodes may get lost. */
    private void checkTogether() {
        int best = priority + sum(1);
        int worst = priority - sum(-1);
        if (best > PRIORITY_MAX && priority < PRIORITY_MAX) {
            note(InstanceGrammar.PRIORITY, beyond(best, PRIORITY_MAX));
        }
        if (worst < 1 && priority > 1) {
            note(InstanceGrammar.PRIORITY, beyond(worst, 1));
        }
    }

    private static String beyond(int sum, int counted) {
        return "with its weights it may be "
                + sum
                + ", which counts as "
                + counted
                + "; nodes that get there do not differ any more";
    }

    /** What all weights of one sign come to, without files, whose values are unknown. */
    private int sum(int sign) {
        return weighted.stream()
                .filter(tracker -> tracker.kind() != TrackerKind.FILE)
                .mapToInt(tracker -> Math.max(0, sign * tracker.weight()))
                .sum();
    }

    private void note(Keyword<?> keyword, String message) {
        problems.note(names.position(instance.name(), keyword), keyword.name(), message);
    }
}
