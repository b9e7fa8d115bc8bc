package org.ninelives.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The file of {@code reload_time_file}. Used by one thread. */
final class TimeFile {

    /** A date and a time have 20; what is longer is shown in part and is no time. */
    private static final int BYTES_MAX = 64;

    private final Path path;

    TimeFile(Path path) {
        this.path = path;
    }

    /**
     * Something that is another thing when the file was written or replaced; empty when there is no
     * such file.
     */
    Optional<Object> version() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new Version(attributes))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Its first line without the end. */
    String firstLine() throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            String text = new String(stream.readNBytes(BYTES_MAX), StandardCharsets.UTF_8);
            return text.split("\n", 2)[0];
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private record Version(Object key, long size, Object changed) {

        Version(BasicFileAttributes attributes) {
            this(
                    Optional.ofNullable(attributes.fileKey()),
                    attributes.size(),
                    attributes.lastModifiedTime());
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
