package org.ninelives.track.file.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.api.configuration.DifferenceList;

/**
 * A file whose number is tracked.
 *
 * @param name name of the {@code track_file}
 * @param file where it is, absolute
 * @param initial what it is to hold at first, if anything is said about it
 */
public record FileSettings(String name, Path file, Optional<Initial> initial) {

    /**
     * What a file is to hold at first.
     *
     * @param value the number
     * @param overwrite whether that is so at each start of the daemon, and not only when there is
     *     no such file
     */
    public record Initial(int value, boolean overwrite) {

        /** As the operator writes it. */
        @Override
        public String toString() {
            return value + (overwrite ? " overwrite" : "");
        }
    }

    /** What a reload may change about it. */
    public static DifferenceList<FileSettings> compared(DifferenceList<FileSettings> versions) {
        return versions.of("file", FileSettings::file).of("init_file", FileSettings::initial);
    }
}
