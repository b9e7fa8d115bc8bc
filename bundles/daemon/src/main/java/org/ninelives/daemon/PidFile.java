package org.ninelives.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The file that names the process and, by the lock on it, keeps a second copy from running. A file
 * that nobody has locked was left by a copy that died, and is taken over; unless it names a
 * keepalived that runs, for these up to 2.2 lock nothing.
 */
final class PidFile implements AutoCloseable {

    private static final Pattern PID = Pattern.compile("[0-9]+");
    private static final int PID_BYTES_MAX = 20;

    private final Path path;
    private final FileChannel channel;

    private PidFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the file for this process.
     *
     * @return the file, or nothing if another process holds it
     * @throws IOException if it cannot be written
     */
    static Optional<PidFile> take(Path path, long pid) throws IOException {
        while (true) {
            // Compared by inode: to open the file again would end the lock when that is closed.
            Optional<Object> before = inode(path);
            FileChannel channel = open(path);
            try {
                if (!isLocked(channel) || namesKeepalived(channel)) {
                    channel.close();
                    return Optional.empty();
                }
                if (before.isPresent() && before.equals(inode(path))) {
                    write(channel, pid + "\n");
                    return Optional.of(new PidFile(path, channel));
                }
                // New, or removed by its former holder between opening and locking: look again.
                channel.close();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
    }

    /** Removes the file, and lets go of it after that: nobody can take what is about to go. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(
                path,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean namesKeepalived(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(PID_BYTES_MAX);
        channel.read(content, 0);
        String pid =
                new String(content.array(), 0, content.position(), StandardCharsets.US_ASCII)
                        .trim();
        Path name = Path.of("/proc", pid, "comm");
        // A process with such a name may also be one of another user, which tells nothing else.
        return PID.matcher(pid).matches()
                && Files.isReadable(name)
                && Files.readString(name).startsWith("keepalived");
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static Optional<Object> inode(Path path) throws IOException {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .fileKey());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
