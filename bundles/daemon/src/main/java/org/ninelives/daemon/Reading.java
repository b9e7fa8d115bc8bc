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
 */
record Reading(
        ParsedConfiguration parsed, Values root, Values globalDefs, List<Problem> problems) {}
