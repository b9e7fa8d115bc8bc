package org.ninelives.api.system;

import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a rule does with the packets it selects (FR_ACT_* of linux/fib_rules.h). */
public sealed interface RuleAction {

    /** What it does and to where, as ip-rule(8) writes it. */
    default String words() {
        return switch (this) {
            case Lookup lookup when lookup.table().isEmpty() -> "l3mdev";
            case Lookup lookup -> "lookup " + lookup.table().getAsLong();
            case Goto goTo -> "goto " + goTo.target();
            case Nop nop -> "nop";
            case Blackhole blackhole -> "blackhole";
            case Unreachable unreachable -> "unreachable";
            case Prohibit prohibit -> "prohibit";
        };
    }

    /**
     * Looks up a route in a table.
     *
     * @param table 1..2^32-1; that of the VRF of the packet's interface when empty (l3mdev)
     * @param suppress results to pass over
     * @param realms of the packets; IPv4 only
     */
    record Lookup(OptionalLong table, Suppress suppress, Realms realms) implements RuleAction {

        public Lookup {
            table.ifPresent(number -> Unsigned.check("table", number, 1, Unsigned.INT_MAX));
        }

        /** Looks up in a table, and takes any result. */
        public static Lookup of(long table) {
            return new Lookup(OptionalLong.of(table), Suppress.NOTHING, Realms.NONE);
        }
    }

    /**
     * Results of a lookup that are passed over.
     *
     * @param prefixLength those with this or a shorter prefix, 0..128
     * @param interfaceGroup those through an interface of this group, 0..2^31-1
     */
    record Suppress(OptionalInt prefixLength, OptionalInt interfaceGroup) {

        public static final Suppress NOTHING =
                new Suppress(OptionalInt.empty(), OptionalInt.empty());

        public Suppress {
            prefixLength.ifPresent(n -> Unsigned.check("suppress_prefixlength", n, 0, 128));
            interfaceGroup.ifPresent(
                    n -> Unsigned.check("suppress_ifgroup", n, 0, Integer.MAX_VALUE));
        }
    }

    /**
     * Goes on at the rule with this preference.
     *
     * @param target higher than the preference of the rule itself
     */
    record Goto(long target) implements RuleAction {

        public Goto {
            Unsigned.check("goto", target, 1, Unsigned.INT_MAX);
        }
    }

    /** Goes on at the next rule. */
    record Nop() implements RuleAction {}

    /** Drops packets in silence. */
    record Blackhole() implements RuleAction {}

    /** Drops packets and tells that the network is unreachable. */
    record Unreachable() implements RuleAction {}

    /** Drops packets and tells that it is forbidden. */
    record Prohibit() implements RuleAction {}
}
