package org.ninelives.daemon.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an applied reload may not bring about. */
public enum Condition {
    /** An instance that was MASTER or BACKUP goes to FAULT. */
    FAULT,
    /** An instance that was MASTER is not when the time is over. */
    MASTERSHIP,
    /** A virtual server loses the quorum that it had. */
    QUORUM;

    /** What holds where the operator names none. */
    public static final Set<Condition> DEFAULT = Set.of(FAULT, QUORUM);

    /** All of them for the operator. */
    public static final String WORDS =
            Arrays.stream(values()).map(Condition::word).collect(Collectors.joining("|"));

    /** As the operator writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The conditions of these words; {@link #DEFAULT} where there are none.
     *
     * @throws IllegalArgumentException if a word is none
     */
    public static Set<Condition> of(List<String> words) {
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        for (String word : words) {
            conditions.add(of(word));
        }
        return conditions.isEmpty() ? DEFAULT : Set.copyOf(conditions);
    }

    private static Condition of(String word) {
        return Arrays.stream(values())
                .filter(condition -> condition.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + " is none of " + WORDS));
    }

    /** In the order in which they are declared. */
    static String words(Set<Condition> conditions) {
        List<String> words = new ArrayList<>();
        for (Condition condition : values()) {
            if (conditions.contains(condition)) {
                words.add(condition.word());
            }
        }
        return String.join(" ", words);
    }
}
