package org.ninelives.launcher.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;

/**
 * Adds lines to a file. It is opened for each, so that it may be moved away and begun anew at any
 * time; a link is not followed, as the usual place is a folder where everybody may write.
 */
final class FileSink implements LogSink {

    private final Path file;

    FileSink(Path file) {
        this.file = file;
    }

    @Override
    public void write(LogLine line) throws IOException {
        Files.write(
                file,
                ConsoleFormat.DATED
                        .format(line, ZoneId.systemDefault())
                        .getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                LinkOption.NOFOLLOW_LINKS);
    }
}
