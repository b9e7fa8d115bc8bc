package org.ninelives.track.process.core;

import java.util.List;

/** How the parameters of a process are compared with those that are wanted. */
public enum ParameterMatch {
    /** Not at all. */
    NONE,
    /** They are the same. */
    EXACT,
    /** They begin with those that are wanted, and more may follow. */
    PARTIAL,
    /** As {@link #PARTIAL}, and the last that is wanted need be only the beginning of one. */
    INITIAL;

    boolean matches(List<String> wanted, List<String> found) {
        return switch (this) {
            case NONE -> true;
            case EXACT -> found.equals(wanted);
            case PARTIAL -> begins(found, wanted);
            case INITIAL -> {
                if (wanted.isEmpty()) {
                    yield true;
                }
                int last = wanted.size() - 1;
                yield found.size() > last
                        && begins(found, wanted.subList(0, last))
                        && found.get(last).startsWith(wanted.get(last));
            }
        };
    }

    private static boolean begins(List<String> found, List<String> wanted) {
        return found.size() >= wanted.size() && found.subList(0, wanted.size()).equals(wanted);
    }
}
