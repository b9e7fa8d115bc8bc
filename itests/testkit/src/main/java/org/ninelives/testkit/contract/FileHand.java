package org.ninelives.testkit.contract;

import java.nio.file.Path;

/** Writes, moves and removes files of the machine under test. */
public interface FileHand {

    /** Where a file of this name would be, in a folder that is there. */
    Path file(String name);

    /** Writes a file and closes it. */
    void write(Path file, String text) throws Exception;

    /** Renames a file, into the place of another if there is one. */
    void rename(Path from, Path to) throws Exception;

    void delete(Path file) throws Exception;
}
