package org.ninelives.config.grammar;

/**
 * Lines that are kept as text, because what they mean depends on more than what is written; {@link
 * GrammarReader#read(Located, String, EntryType)} reads them when that is known.
 *
 * @param grammar the words an entry may hold
 * @param allowed what may be written, for manuals
 */
public record DeferredEntry(BlockGrammar grammar, String allowed) implements EntryType<String> {

    @Override
    public String parse(Arguments arguments) {
        return arguments.takeRaw();
    }
}
