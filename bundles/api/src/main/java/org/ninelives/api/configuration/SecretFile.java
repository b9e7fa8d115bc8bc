package org.ninelives.api.configuration;

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

/**
 * A file that holds a password or a key: nobody but its owner can change it, and only the owner and
 * its group can read it. The group may, because credentials of systemd show the mask of their
 * access list there.
 */
public final class SecretFile {

    private static final Set<PosixFilePermission> UNSAFE =
            EnumSet.of(
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private SecretFile() {}

    /**
     * All that it holds. Blocks for as long as the file system does.
     *
     * @param bytesMax what no secret of this kind exceeds
     * @throws UnreadableSecretException if it cannot be read, is longer, or is open to others; the
     *     message tells what to do
     */
    public static byte[] read(String path, int bytesMax) throws UnreadableSecretException {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new UnreadableSecretException(
                        path + (Files.exists(file) ? " is not a file" : " does not exist"));
            }
            checkPermissions(file);
            return content(file, bytesMax);
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new UnreadableSecretException(path + " does not exist");
        } catch (IOException e) {
            throw new UnreadableSecretException(path + " cannot be read: " + e.getMessage());
        }
    }

    private static void checkPermissions(Path file) throws IOException, UnreadableSecretException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (UNSAFE.stream().anyMatch(permissions::contains)) {
            throw new UnreadableSecretException(
                    file
                            + " is open to others ("
                            + PosixFilePermissions.toString(permissions)
                            + "); chmod 600 it");
        }
    }

    private static byte[] content(Path file, int bytesMax)
            throws IOException, UnreadableSecretException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(bytesMax + 1);
            if (content.length > bytesMax) {
                throw new UnreadableSecretException(
                        file + " is longer than a secret, more than " + bytesMax + " bytes");
            }
            return content;
        }
    }
}
