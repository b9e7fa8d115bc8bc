package org.ninelives.track.file.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.track.file.core.FileValue;

/** Reads a file once, for who does not follow it. */
public final class FileLook {

    private FileLook() {}

    /** What the file holds now. */
    public static FileValue at(Path file) {
        // To open a pipe would wait for somebody who writes to it.
        if (!Files.isRegularFile(file)) {
            return FileValue.of(Optional.empty());
        }
        try (InputStream input = Files.newInputStream(file)) {
            return FileValue.of(Optional.of(input.readNBytes(FileValue.BYTES_MAX)));
        } catch (IOException e) {
            return FileValue.of(Optional.empty());
        }
    }
}
