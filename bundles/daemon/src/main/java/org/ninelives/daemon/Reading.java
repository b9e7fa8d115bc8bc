package org.ninelives.daemon;

import java.util.List;
import org.ninelives.config.Problem;
import org.ninelives.config.grammar.Values;
import org.ninelives.config.language.ParsedConfiguration;

/**
 * A configuration file, read as far as words and grammar go.
 *
 * @param parsed the tree
 * @param root what stands outside all blocks
 * @param globalDefs what stands in {@code global_defs}
 * @param problems of the text first, then of the grammar
 * @param files what was read
 * @param hash of the files: the same for the same text
 */
record Reading(
        ParsedConfiguration parsed,
        Values root,
        Values globalDefs,
        List<Problem> problems,
        FileRecorder files,
        String hash) {}
