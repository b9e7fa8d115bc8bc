package org.ninelives.config.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keywords of one block. Immutable. */
public final class BlockGrammar {

    private final String name;
    private final Map<String, Keyword<?>> keywords;
    private final Optional<Keyword<?>> others;

    private BlockGrammar(
            String name, Map<String, Keyword<?>> keywords, Optional<Keyword<?>> others) {
        this.name = name;
        this.keywords = keywords;
        this.others = others;
    }

    /**
     * A block whose lines have free words, of which {@code keywords} is a listing; the name
     * replaces the path in listings.
     */
    public static BlockGrammar named(String name, Collection<? extends Keyword<?>> keywords) {
        Map<String, Keyword<?>> byName = new LinkedHashMap<>();
        for (Keyword<?> keyword : keywords) {
            if (byName.put(keyword.name(), keyword) != null) {
                throw new IllegalArgumentException(
                        "keyword " + keyword.name() + " is declared twice");
            }
        }
        return new BlockGrammar(name, byName, Optional.empty());
    }

    public static BlockGrammar of(Collection<? extends Keyword<?>> keywords) {
        return named("", keywords);
    }

    public static BlockGrammar of(Keyword<?>... keywords) {
        return of(List.of(keywords));
    }

    /** A grammar with no keyword, such as that of entries without words. */
    public static BlockGrammar none() {
        return of();
    }

    /** The same with one keyword more. */
    public BlockGrammar with(Keyword<?> keyword) {
        List<Keyword<?>> more = new ArrayList<>(keywords.values());
        more.add(keyword);
        return new BlockGrammar(name, named(name, more).keywords, others);
    }

    /**
     * The same, where statements that begin with none of its keywords are not unknown but values of
     * this one.
     *
     * @param keyword {@linkplain Keyword#entries entries} or {@linkplain Keyword#unknownBlocks
     *     unknown blocks}
     */
    public BlockGrammar withOthers(Keyword<?> keyword) {
        return new BlockGrammar(name, keywords, Optional.of(keyword));
    }

    /**
     * A name that listings use instead of the path of the block, such as {@code ADDR-ENTRY}; empty
     * for most blocks.
     */
    public String name() {
        return name;
    }

    public Collection<Keyword<?>> keywords() {
        return keywords.values();
    }

    /** What takes the statements that begin with no keyword. */
    Optional<Keyword<?>> others() {
        return others;
    }

    public Optional<Keyword<?>> keyword(String keyword) {
        return Optional.ofNullable(keywords.get(keyword));
    }
}
