package org.ninelives.daemon;

import java.util.Set;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.IncludeCheck;
import org.ninelives.config.language.SourceFiles;

/** Where the text of the configuration comes from. */
interface Source {

    /** The file as the operator named it. */
    String file();

    /** The files as they are at the moment of each question. */
    SourceFiles files();

    /** What the language may know at this moment. */
    Environment environment();

    /** What {@code include} checks from the first line on. */
    default Set<IncludeCheck> includeChecks() {
        return Set.of();
    }
}
