package org.ninelives.api.configuration;

import java.util.List;
import org.ninelives.config.Problem;
import org.ninelives.config.grammar.Values;

/**
 * What a configuration file says.
 *
 * @param isReadable whether there was a file to read
 * @param root what stands outside all blocks
 * @param globalDefs what stands in {@code global_defs}
 * @param problems of the text first, then of the grammar
 */
public record ReadConfiguration(
        boolean isReadable, Values root, Values globalDefs, List<Problem> problems) {

    public ReadConfiguration {
        problems = List.copyOf(problems);
    }
}
