package org.ninelives.track.file.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import org.ninelives.track.file.settings.FileSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what files are to hold at first. */
final class InitialFiles {

    private static final Logger LOG = LoggerFactory.getLogger(InitialFiles.class);

    /** Never through a link, by which somebody could let us write where he may not. */
    private static final Set<OpenOption> WRITING =
            Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS);

    private InitialFiles() {}

    /**
     * Writes those that need it; what cannot be written is logged.
     *
     * @param start whether the daemon starts, and does not read its configuration again
     */
    static void write(Collection<FileSettings> files, boolean start) {
        for (FileSettings settings : files) {
            settings.initial()
                    .filter(initial -> isNeeded(settings.file(), initial.overwrite() && start))
                    .ifPresent(initial -> write(settings, initial.value()));
        }
    }

    private static boolean isNeeded(Path file, boolean overwrite) {
        return overwrite || !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void write(FileSettings settings, int value) {
        Path file = settings.file();
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(file + " is not a regular file");
            }
            try (SeekableByteChannel channel = Files.newByteChannel(file, WRITING)) {
                channel.write(ByteBuffer.wrap((value + "\n").getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException e) {
            LOG.error(
                    "Tracked file {} cannot be initialised with {}: {}",
                    settings.name(),
                    value,
                    e.toString());
        }
    }
}
