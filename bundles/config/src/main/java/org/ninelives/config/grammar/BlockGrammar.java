package org.ninelives.config.grammar;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keywords of one block. Immutable. */
public final class BlockGrammar {

    private final String name;
    private final Map<String, Keyword<?>> keywords;

    private BlockGrammar(String name, Map<String, Keyword<?>> keywords) {
        this.name = name;
        this.keywords = keywords;
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
        return new BlockGrammar(name, byName);
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

    public Optional<Keyword<?>> keyword(String keyword) {
        return Optional.ofNullable(keywords.get(keyword));
    }
}
