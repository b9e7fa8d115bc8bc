package org.ninelives.config.language;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The files that a configuration is read from. Patterns, braces and the order of files are the
 * language's business; this port only lists, looks and reads.
 *
 * <p>Paths are written with {@code /}. A relative one is relative to {@link
 * Environment#workingDirectory}, as the operator's own file name is. All methods are called by the
 * thread that reads the configuration, one after the other, and may block.
 */
@ConsumerType
public interface SourceFiles {

    /** What a path leads to, symbolic links followed. */
    enum Kind {
        /** A regular file that nobody may execute. */
        REGULAR,
        /** A regular file that somebody may execute: a script rather than a configuration. */
        EXECUTABLE,
        DIRECTORY,
        /** A device, pipe or socket, the reading of which might never end. */
        SPECIAL,
        /** Nothing is there, or a link to nothing, or a directory on the way cannot be entered. */
        ABSENT
    }

    Kind kind(String path);

    /**
     * The names in a directory, without {@code .} and {@code ..}, in any order; empty where it is
     * no directory or cannot be listed.
     */
    List<String> names(String directory);

    /**
     * The whole content of a file, to be kept by the caller.
     *
     * @throws UnreadableFileException if it cannot be read
     */
    byte[] read(String path) throws UnreadableFileException;
}
