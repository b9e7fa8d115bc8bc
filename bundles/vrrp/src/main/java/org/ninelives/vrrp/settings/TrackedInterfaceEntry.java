package org.ninelives.vrrp.settings;

import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.vrrp.core.Tracker;

/** One line of {@code track_interface}: {@code eth1 weight -20 reverse}. */
final class TrackedInterfaceEntry implements EntryType<Tracker> {

    /** More could not change the order of priorities 1..254. */
    private static final int WEIGHT_MAX = 253;

    /** keepalived takes it and makes it one less. */
    private static final int WEIGHT_TAKEN_MAX = 254;

    @Override
    public String allowed() {
        return "IFNAME [weight -254..254 [reverse|noreverse]]";
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.none();
    }

    @Override
    public Tracker parse(Arguments arguments) throws InvalidArgumentException {
        InterfaceName name =
                CommonTypes.checked(arguments.take("an interface name"), InterfaceName::new);
        int weight = 0;
        boolean reverse = false;
        if (next(arguments, "weight")) {
            weight = weight(arguments);
        }
        if (next(arguments, "reverse")) {
            reverse = true;
        } else {
            next(arguments, "noreverse");
        }
        return new Tracker(TrackerKind.INTERFACE, name.name(), weight, reverse);
    }

    /** Takes the next word if it is this one. */
    private static boolean next(Arguments arguments, String word) throws InvalidArgumentException {
        if (arguments.peek().filter(word::equals).isEmpty()) {
            return false;
        }
        arguments.take(word);
        return true;
    }

    private static int weight(Arguments arguments) throws InvalidArgumentException {
        int weight = ArgumentTypes.integer(-WEIGHT_TAKEN_MAX, WEIGHT_TAKEN_MAX).parse(arguments);
        int possible = Math.clamp(weight, -WEIGHT_MAX, WEIGHT_MAX);
        if (possible != weight) {
            arguments.remark("weight " + weight + " becomes " + possible);
        }
        return possible;
    }
}
