package org.ninelives.daemon;

import java.util.Set;
import org.ninelives.config.language.ParsedConfiguration;
import org.ninelives.config.language.PlainBlocks;

/** Where the text of the configuration comes from. */
interface Source {

    /** The file as the operator named it. */
    String file();

    /**
     * Reads it anew.
     *
     * @param rootBlocks keywords of blocks that stand outside all others only
     * @param earlier what the last reading found
     */
    ParsedConfiguration read(Set<String> rootBlocks, PlainBlocks earlier);
}
