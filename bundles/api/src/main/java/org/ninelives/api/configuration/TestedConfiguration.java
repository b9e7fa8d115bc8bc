package org.ninelives.api.configuration;

import java.util.List;
import org.ninelives.config.Problem;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.Values;

/**
 * A configuration as a test of it leaves it: read as far as every section can, and not applied.
 *
 * @param isReadable whether there was a file to read
 * @param status with which {@code --config-test} ends
 * @param statements what stands outside all blocks, after includes and definitions
 * @param globalDefs what stands in {@code global_defs}
 * @param problems of the text, the grammar and the sections, in the order of the files
 */
public record TestedConfiguration(
        boolean isReadable,
        int status,
        List<Statement> statements,
        Values globalDefs,
        List<Problem> problems) {

    public TestedConfiguration {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }
}
