package org.ninelives.config.language;

import org.ninelives.config.Position;
import org.ninelives.config.Problems;

/**
 * What all definitions, sequences and repeated includes of one configuration may produce together,
 * so that a few lines that double each other cannot fill the memory.
 */
final class Budget {

    /** As many lines as the largest configuration that is meant to load. */
    static final long LINES_MAX = 1_000_000;

    /** Four times what a million lines of 32 characters hold. */
    static final long CHARACTERS_MAX = 128L << 20;

    /** A line this long is no line of a configuration. */
    static final int LINE_CHARACTERS_MAX = 1 << 20;

    /** How deep sequences and definitions may stand in each other. */
    static final int DEPTH_MAX = 100;

    private final Problems problems;
    private long lines = LINES_MAX;
    private long characters = CHARACTERS_MAX;
    private boolean spent;

    Budget(Problems problems) {
        this.problems = problems;
    }

    /** Takes lines and characters from the budget; false if there is not enough left. */
    boolean take(Position position, long lineCount, long characterCount) {
        if (!spent && lineCount <= lines && characterCount <= characters) {
            lines -= lineCount;
            characters -= characterCount;
            return true;
        }
        if (!spent) {
            spent = true;
            problems.error(
                    position,
                    "",
                    "definitions, sequences and repeated includes make more than "
                            + LINES_MAX
                            + " lines or "
                            + CHARACTERS_MAX
                            + " characters; from here on they are left out");
        }
        return false;
    }

    boolean isSpent() {
        return spent;
    }
}
