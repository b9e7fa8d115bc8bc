package org.ninelives.overrides.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.overrides.core.DamagedStateException;

/**
 * The file that keeps overrides: nobody but its owner, the user of the daemon, may change it. It is
 * written as a whole beside its place and then put there, so that whenever the machine stops either
 * the old or the new one is there.
 */
final class StateFile {

    /** Far more than the most overrides there can be. */
    private static final int BYTES_MAX = 16 << 20;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
            PosixFilePermissions.fromString("----w--w-");

    private final Path path;
    private final int user;

    /**
     * A file that may not be there yet.
     *
     * @param user number of the user who has to own it
     */
    StateFile(Path path, int user) {
        this.path = path.toAbsolutePath();
        this.user = user;
    }

    Path path() {
        return path;
    }

    /** Where a file is kept that could not be used. */
    Path bad() {
        return beside(".bad");
    }

    private Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /**
     * All that it holds; empty if there is no such file.
     *
     * @throws DamagedStateException if it may not be trusted
     * @throws IOException if it cannot be read
     */
    Optional<byte[]> read() throws IOException, DamagedStateException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        refuseUnsafe();
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            if (channel.size() > BYTES_MAX) {
                throw new DamagedStateException("it is longer than " + BYTES_MAX + " bytes");
            }
            ByteBuffer content = ByteBuffer.allocate((int) channel.size());
            while (content.hasRemaining()) {
                if (channel.read(content) < 0) {
                    throw new DamagedStateException("it became shorter while it was read");
                }
            }
            return Optional.of(content.array());
        }
    }

    private void refuseUnsafe() throws IOException, DamagedStateException {
        Map<String, Object> facts =
                Files.readAttributes(
                        path,
                        "unix:uid,nlink,permissions,isRegularFile",
                        LinkOption.NOFOLLOW_LINKS);
        if (!facts.get("isRegularFile").equals(true)) {
            throw new DamagedStateException("it is a link, or no file at all");
        }
        if (!facts.get("nlink").equals(1)) {
            throw new DamagedStateException("it has a second name (a hard link)");
        }
        if (!facts.get("uid").equals(user)) {
            throw new DamagedStateException(
                    "it belongs to user %s, not to user %d".formatted(facts.get("uid"), user));
        }
        Set<?> permissions = (Set<?>) facts.get("permissions");
        if (WRITTEN_BY_OTHERS.stream().anyMatch(permissions::contains)) {
            throw new DamagedStateException("others may change it");
        }
    }

    /** Puts a file that cannot be used out of the way, in place of an earlier one of that sort. */
    void setAside() throws IOException {
        Files.move(path, bad(), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Holds exactly this from now on, and after a crash of the machine as well.
     *
     * @throws IOException if it holds what it held before, or if that is not known
     */
    void write(byte[] content) throws IOException {
        Path fresh = beside(".new");
        Files.deleteIfExists(fresh);
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            fresh,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            OWNER_ONLY)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        forceFolder();
    }

    /** There is no such file any more. */
    void delete() throws IOException {
        if (Files.deleteIfExists(path)) {
            forceFolder();
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** What went wrong, without the class. */
    static String reason(IOException failure) {
        if (failure instanceof FileSystemException e && e.getReason() != null) {
            return e.getFile() + ": " + e.getReason();
        }
        String kind = failure.getClass().getSimpleName().replaceAll("Exception$", "");
        return failure.getMessage() + " (" + kind + ")";
    }
}
