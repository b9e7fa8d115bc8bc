package org.ninelives.config.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;

/**
 * What plain {@code include} checks at this point of the reading; {@code include_check} sets it.
 */
final class IncludeChecks {

    private static final Map<String, IncludeCheck> NAMES =
            Map.of(
                    "read", IncludeCheck.READ,
                    "readable", IncludeCheck.READ,
                    "match", IncludeCheck.MATCH,
                    "wildcard_match", IncludeCheck.WILDCARD_MATCH,
                    "brace_match", IncludeCheck.BRACE_MATCH);

    private final Problems problems;
    private Set<IncludeCheck> checks;

    IncludeChecks(Set<IncludeCheck> checks, Problems problems) {
        this.checks = checks;
        this.problems = problems;
    }

    Set<IncludeCheck> current() {
        return checks;
    }

    /**
     * Obeys an {@code include_check} line. Words with a sign change what holds, words without one
     * begin anew, and no word at all means every check.
     */
    void change(Statement statement) {
        List<String> words = statement.arguments();
        boolean signed = words.stream().allMatch(IncludeChecks::isSigned);
        Set<IncludeCheck> changed = EnumSet.noneOf(IncludeCheck.class);
        if (words.isEmpty()) {
            changed.addAll(EnumSet.allOf(IncludeCheck.class));
        } else if (signed) {
            changed.addAll(checks);
        }
        for (String word : words) {
            IncludeCheck check = NAMES.get(isSigned(word) ? word.substring(1) : word);
            if (check == null) {
                problems.error(
                        statement.position(),
                        "include_check",
                        word + " is none of [+|-]read, match, wildcard_match, brace_match");
            } else if (word.startsWith("-")) {
                changed.remove(check);
            } else {
                changed.add(check);
            }
        }
        checks = changed;
    }

    private static boolean isSigned(String word) {
        return word.startsWith("+") || word.startsWith("-");
    }
}
