package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.vrrp.core.Tracker;

/** Lines of things that are tracked: {@code chk_nginx weight -20 reverse}. */
record TrackedEntry(TrackerKind kind) implements EntryType<TrackedLine> {

    /** keepalived takes it of all but BFD sessions, and makes it one less where it must. */
    private static final int WEIGHT_TAKEN_MAX = 254;

    @Override
    public String allowed() {
        return "%s [weight -%d..%d [reverse|noreverse]]"
                .formatted(
                        kind == TrackerKind.INTERFACE ? "IFNAME" : "NAME",
                        weightTakenMax(),
                        weightTakenMax());
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.none();
    }

    @Override
    public TrackedLine parse(Arguments arguments) throws InvalidArgumentException {
        String name = name(arguments);
        Optional<Integer> weight = Optional.empty();
        Optional<Boolean> reverse = Optional.empty();
        if (next(arguments, "weight")) {
            weight = Optional.of(weight(arguments));
        }
        if (next(arguments, "reverse")) {
            reverse = Optional.of(true);
        } else if (next(arguments, "noreverse")) {
            reverse = Optional.of(false);
        }
        return new TrackedLine(name, weight, reverse);
    }

    private String name(Arguments arguments) throws InvalidArgumentException {
        return kind == TrackerKind.INTERFACE
                ? CommonTypes.checked(arguments.take("an interface name"), InterfaceName::new)
                        .name()
                : arguments.take("the name of a " + TrackerKeywords.definition(kind));
    }

    /** Takes the next word if it is this one. */
    private static boolean next(Arguments arguments, String word) throws InvalidArgumentException {
        if (arguments.peek().filter(word::equals).isEmpty()) {
            return false;
        }
        arguments.take(word);
        return true;
    }

    private int weight(Arguments arguments) throws InvalidArgumentException {
        int weight = ArgumentTypes.integer(-weightTakenMax(), weightTakenMax()).parse(arguments);
        int max = Tracker.weightMax(kind);
        int possible = Math.clamp(weight, -max, max);
        if (possible != weight) {
            arguments.remark("weight " + weight + " becomes " + possible);
        }
        return possible;
    }

    private int weightTakenMax() {
        return kind == TrackerKind.BFD ? Tracker.weightMax(kind) : WEIGHT_TAKEN_MAX;
    }
}
