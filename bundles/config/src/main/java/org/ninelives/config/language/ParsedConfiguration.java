package org.ninelives.config.language;

import java.util.List;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Statement;

/**
 * A configuration as a tree, before anybody asked what its words mean.
 *
 * @param position the file the operator named, as a whole
 * @param readable whether that file could be read at all; if not, the problems say why
 * @param statements what stands outside all blocks, in order
 * @param problems what is wrong with the text, in order
 * @param files every file that was read, in order, the operator's own first; a file that was
 *     included twice is there twice
 * @param plainBlocks what a later reading need not read again
 */
public record ParsedConfiguration(
        Position position,
        boolean readable,
        List<Statement> statements,
        List<Problem> problems,
        List<String> files,
        PlainBlocks plainBlocks) {

    public ParsedConfiguration {
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }
}
