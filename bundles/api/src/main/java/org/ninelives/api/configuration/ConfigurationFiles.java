package org.ninelives.api.configuration;

import org.ninelives.config.grammar.BlockGrammar;
import org.osgi.annotation.versioning.ProviderType;

/** Reads configuration files for those who want to know what one says, and applies nothing. */
@ProviderType
public interface ConfigurationFiles {

    /**
     * Reads a file with all its includes, by these grammars first and then by those of all sections
     * that are installed. Any thread.
     *
     * @param file as the operator names it
     * @param root keywords outside all blocks
     * @param globalDefs keywords in {@code global_defs}
     */
    ReadConfiguration read(String file, BlockGrammar root, BlockGrammar globalDefs);

    /**
     * Reads a file with all its includes and lets every section that is installed look at it, as
     * {@code --config-test} does. Any thread.
     *
     * @param file as the operator names it
     */
    TestedConfiguration test(String file);
}
