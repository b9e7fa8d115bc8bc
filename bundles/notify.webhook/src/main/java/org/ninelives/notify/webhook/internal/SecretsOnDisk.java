package org.ninelives.notify.webhook.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.ninelives.notify.webhook.settings.Secrets;
import org.ninelives.notify.webhook.settings.UnreadableSecretException;

/** Reads secrets from files that are closed to others, and from the environment of the daemon. */
final class SecretsOnDisk implements Secrets {

    private static final int BYTES_MAX = 8192;

    private static final Set<PosixFilePermission> UNSAFE =
            EnumSet.of(
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    @Override
    public String file(String path) throws UnreadableSecretException {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new UnreadableSecretException(
                        path + (Files.exists(file) ? " is not a file" : " does not exist"));
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (UNSAFE.stream().anyMatch(permissions::contains)) {
                throw new UnreadableSecretException(
                        path
                                + " is open to others ("
                                + PosixFilePermissions.toString(permissions)
                                + "); chmod 600 it");
            }
            return content(file);
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableSecretException(path + " cannot be read: " + e.getMessage());
        }
    }

    private static String content(Path file) throws IOException, UnreadableSecretException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(BYTES_MAX + 1);
            if (content.length > BYTES_MAX) {
                throw new UnreadableSecretException(
                        file + " is longer than a header, more than " + BYTES_MAX + " bytes");
            }
            return new String(content, StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public String environment(String name) throws UnreadableSecretException {
        String value = System.getenv(name);
        if (value == null) {
            throw new UnreadableSecretException(
                    name + " is not set in the environment of the daemon");
        }
        return value.strip();
    }
}
