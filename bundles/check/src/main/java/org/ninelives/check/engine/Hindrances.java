package org.ninelives.check.engine;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is absent on this machine, so that looks cannot be made: however many looks want it, it is
 * news once that it is absent, and once that it is there. For one thread.
 */
final class Hindrances {

    private final Set<String> known = new HashSet<>();

    /** A look met one; whether that is news. */
    boolean met(String why) {
        return known.add(why);
    }

    /** A look that met one has been made; whether that is news. */
    boolean over(String why) {
        return known.remove(why);
    }

    /** Forgets those that none of these looks has met. */
    void keepThoseOf(Collection<Look> looks) {
        known.retainAll(
                looks.stream()
                        .map(Look::hindrance)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
    }
}
