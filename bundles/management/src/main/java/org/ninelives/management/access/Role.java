package org.ninelives.management.access;

import java.util.Optional;

/** What the word behind a user in {@code jmx.access} lets them do; the words are the JDK's. */
enum Role {
    /** May read attributes, hear notifications and invoke operations that change nothing. */
    READONLY("may only read"),

    /** May also set attributes and invoke every operation of the published beans. */
    READWRITE("may read and change");

    private final String may;

    Role(String may) {
        this.may = may;
    }

    /** Such as {@code may only read}. */
    String may() {
        return may;
    }

    static Optional<Role> of(String word) {
        return switch (word) {
            case "readonly" -> Optional.of(READONLY);
            case "readwrite" -> Optional.of(READWRITE);
            default -> Optional.empty();
        };
    }
}
