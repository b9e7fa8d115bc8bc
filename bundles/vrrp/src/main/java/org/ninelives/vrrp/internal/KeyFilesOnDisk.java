package org.ninelives.vrrp.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.ninelives.vrrp.settings.KeyFiles;
import org.ninelives.vrrp.settings.UnreadableKeyException;

/**
 * Reads secret keys from files that nobody but their owner can change and only the owner and its
 * group can read. The group may, because credentials of systemd show the mask of their access list
 * there.
 */
final class KeyFilesOnDisk implements KeyFiles {

    /** More than the digits of the longest key. */
    private static final int BYTES_MAX = 1024;

    private static final Set<PosixFilePermission> UNSAFE =
            EnumSet.of(
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    @Override
    public byte[] content(String path) throws UnreadableKeyException {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new UnreadableKeyException(
                        path + (Files.exists(file) ? " is not a file" : " does not exist"));
            }
            checkPermissions(file);
            return firstBytes(file);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new UnreadableKeyException(path + " does not exist");
        } catch (IOException e) {
            throw new UnreadableKeyException(path + " cannot be read: " + e.getMessage());
        }
    }

    private static void checkPermissions(Path file) throws IOException, UnreadableKeyException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (UNSAFE.stream().anyMatch(permissions::contains)) {
            throw new UnreadableKeyException(
                    file
                            + " is open to others ("
                            + PosixFilePermissions.toString(permissions)
                            + "); chmod 600 it");
        }
    }

    private static byte[] firstBytes(Path file) throws IOException, UnreadableKeyException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(BYTES_MAX + 1);
            if (content.length > BYTES_MAX) {
                throw new UnreadableKeyException(
                        file + " is longer than a key, more than " + BYTES_MAX + " bytes");
            }
            return content;
        }
    }
}
