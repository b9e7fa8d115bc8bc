package org.ninelives.config.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.config.Statement;

/**
 * The plain blocks of a configuration: those outside all others that mean the same wherever they
 * stand. A later reading that finds one of them word for word takes it as it is, so that a small
 * change of a large configuration is read in a fraction of the time.
 */
public final class PlainBlocks {

    /** Nothing has been read yet. */
    public static final PlainBlocks NONE = new PlainBlocks(Set.of());

    private final Set<String> rootBlocks;
    private final Map<String, PlainBlock> byFirstLine = new HashMap<>();

    /**
     * None yet.
     *
     * @param rootBlocks see {@link LanguageSettings#rootBlocks}; what a block is depends on them
     */
    PlainBlocks(Set<String> rootBlocks) {
        this.rootBlocks = rootBlocks;
    }

    private record PlainBlock(Extract text, Statement statement) {}

    /** Whether blocks mean the same where these stand outside all others. */
    boolean areReadWith(Set<String> others) {
        return rootBlocks.equals(others);
    }

    /**
     * Notes a plain block.
     *
     * @param firstLine the text of its first line
     * @param text all its lines
     */
    void note(String firstLine, Extract text, Statement statement) {
        byFirstLine.put(firstLine, new PlainBlock(text, statement));
    }

    /** Goes over the block that begins in the current line, if it is one of these. */
    Optional<Statement> take(String file, PhysicalLines lines) {
        PlainBlock block = byFirstLine.get(lines.text());
        if (block == null || !block.statement.position().file().equals(file)) {
            return Optional.empty();
        }
        int moved = lines.number() - block.text.firstLine();
        return lines.skip(block.text)
                ? Optional.of(moved == 0 ? block.statement : block.statement.movedBy(moved))
                : Optional.empty();
    }
}
