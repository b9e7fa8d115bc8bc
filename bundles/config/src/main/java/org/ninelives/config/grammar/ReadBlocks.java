package org.ninelives.config.grammar;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ninelives.config.Statement;

/**
 * Blocks that a reading has read without a problem. A later reading takes their values where it
 * meets the very same statements, perhaps moved to other lines.
 */
public final class ReadBlocks {

    /** Nothing has been read yet. */
    public static final ReadBlocks NONE = new ReadBlocks();

    private final Map<String, ReadBlock> byText = new HashMap<>();

    ReadBlocks() {}

    private record ReadBlock(Statement statement, Keyword<?> keyword, Block<Object> block) {}

    void note(Statement statement, Keyword<?> keyword, Block<Object> block) {
        byText.put(statement.text(), new ReadBlock(statement, keyword, block));
    }

    /** What was read of these statements by this keyword, where it stands now. */
    Optional<Block<Object>> find(Statement statement, Keyword<?> keyword) {
        ReadBlock read = byText.get(statement.text());
        if (read == null || !read.keyword.equals(keyword) || !statement.isCopyOf(read.statement)) {
            return Optional.empty();
        }
        return Optional.of(
                read.block.movedBy(statement.position().line() - read.statement.position().line()));
    }
}
