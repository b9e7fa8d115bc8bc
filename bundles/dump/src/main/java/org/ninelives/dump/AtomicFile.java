package org.ninelives.dump;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that others see as a whole or not at all, and that only its owner reads. It is made beside
 * its place under a name of its own and moved there, so a link that somebody put at its place is
 * replaced and not followed.
 */
final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes one, in place of what was there.
     *
     * @throws IOException if it cannot be written, or there is a folder at its place
     */
    static void write(Path path, String text) throws IOException {
        Path target = path.toAbsolutePath();
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(path + " is a folder");
        }
        Path beside =
                Files.createTempFile(
                        target.getParent(),
                        "." + target.getFileName() + ".",
                        null,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            fill(beside, text);
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void fill(Path file, String text) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
