package org.ninelives.config.language;

import java.util.Set;

/**
 * How to read a configuration.
 *
 * @param environment what {@code @ID} and the predefined names expand to
 * @param rootBlocks keywords of blocks that exist outside all other blocks only, best from {@link
 *     org.ninelives.config.grammar.GrammarListing#rootBlocks}; one of them inside a block tells
 *     that a closing brace was forgotten before it
 * @param includeChecks what {@code include} checks until {@code include_check} says otherwise; all
 *     of them with {@code -e}
 */
public record LanguageSettings(
        Environment environment, Set<String> rootBlocks, Set<IncludeCheck> includeChecks) {

    public LanguageSettings {
        rootBlocks = Set.copyOf(rootBlocks);
        includeChecks = Set.copyOf(includeChecks);
    }

    public LanguageSettings(Environment environment, Set<String> rootBlocks) {
        this(environment, rootBlocks, Set.of());
    }
}
