package org.ninelives.track.file.settings;

import java.nio.file.Path;
import java.util.Optional;

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
    public record Initial(int value, boolean overwrite) {}

    /** All of it but the name, for the operator. */
    public String words() {
        return file
                + initial.map(i -> " init " + i.value() + (i.overwrite() ? " overwrite" : ""))
                        .orElse("");
    }
}
