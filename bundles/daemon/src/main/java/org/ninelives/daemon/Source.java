package org.ninelives.daemon;

import org.ninelives.config.language.Environment;
import org.ninelives.config.language.SourceFiles;

/** Where the text of the configuration comes from. */
interface Source {

    /** The file as the operator named it. */
    String file();

    /** The files as they are at the moment of each question. */
    SourceFiles files();

    /** What the language may know at this moment. */
    Environment environment();
}
