package org.ninelives.labs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which daemon runs on node {@code a} and which on every other node. */
public record Pairing(Implementation a, Implementation others) {
    private static final String DEFAULT =
            "ninelives-ninelives,ninelives-keepalived,keepalived-ninelives";

    /**
     * The pairings to show: those that Ninelives takes part in, or those of the system property
     * {@code labs.pairings}. With {@code keepalived-keepalived} a lab tells about itself.
     */
    public static List<Pairing> shown() {
        String property = System.getProperty("labs.pairings", "");
        String names = property.isBlank() ? DEFAULT : property;
        return Arrays.stream(names.split(",", -1)).map(Pairing::parse).toList();
    }

    /** Reads two names of daemons with a hyphen between them. */
    public static Pairing parse(String name) {
        String[] names = name.strip().toUpperCase(Locale.ROOT).split("-", 2);
        return new Pairing(Implementation.valueOf(names[0]), Implementation.valueOf(names[1]));
    }

    /** The daemon that runs on a node. */
    public Implementation on(String node) {
        return node.equals("a") ? a : others;
    }

    /** As {@link #parse} reads it. */
    String slug() {
        return (a.name() + "-" + others.name()).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return a + "–" + others;
    }
}
