package org.ninelives.api.override;

import java.util.Arrays;
import java.util.List;

/** What ends an override besides its time and people. */
public enum Lasting {
    /** A reload that is applied, and a restart. */
    UNTIL_RELOAD("the next reload or restart"),
    /** A restart. */
    UNTIL_RESTART("the next restart"),
    /** Nothing. */
    UNTIL_REVERTED("somebody reverts it");

    private final String words;

    Lasting(String words) {
        this.words = words;
    }

    /** The event that ends it, as part of a sentence. */
    public String words() {
        return words;
    }

    /**
     * As operators write it.
     *
     * @param text the name of one of them; empty for {@link #UNTIL_RESTART}
     * @throws IllegalArgumentException if it is none of them
     */
    public static Lasting of(String text) {
        if (text.isEmpty()) {
            return UNTIL_RESTART;
        }
        return Arrays.stream(values())
                .filter(lasting -> lasting.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "lasting: '%s' is none of %s, nor empty for UNTIL_RESTART"
                                                .formatted(text, List.of(values()))));
    }
}
