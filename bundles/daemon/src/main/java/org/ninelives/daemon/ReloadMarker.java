package org.ninelives.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of {@code reload_file}: there and empty while a reload is under way, so that whoever
 * writes the configuration knows when it has been read.
 */
final class ReloadMarker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadMarker.class);

    private final Optional<Path> file;

    private ReloadMarker(Optional<Path> file) {
        this.file = file;
    }

    /** Makes the file, or empties the one that the writer has made. */
    static ReloadMarker set(Optional<Path> file) {
        file.ifPresent(
                path -> {
                    try {
                        // A link in a folder of others must not empty a file of ours.
                        Files.newByteChannel(
                                        path,
                                        Set.of(
                                                StandardOpenOption.CREATE,
                                                StandardOpenOption.TRUNCATE_EXISTING,
                                                StandardOpenOption.WRITE,
                                                LinkOption.NOFOLLOW_LINKS))
                                .close();
                    } catch (IOException e) {
                        LOG.error("reload_file {} cannot be written: {}", path, e.toString());
                    }
                });
        return new ReloadMarker(file);
    }

    @Override
    public void close() {
        file.ifPresent(
                path -> {
                    try {
                        Files.deleteIfExists(path);
                    } catch (IOException e) {
                        LOG.error("reload_file {} cannot be removed: {}", path, e.toString());
                    }
                });
    }
}
