package org.ninelives.notify.email.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ninelives.notify.email.settings.Secret;
import org.ninelives.notify.email.settings.Secrets;
import org.ninelives.notify.email.settings.UnreadableSecretException;

/**
 * Reads passwords from variables, and from files that nobody but their owner can change and only
 * the owner and its group can read.
 */
final class SecretsOfSystem implements Secrets {

    private static final int BYTES_MAX = 1024;

    private static final Set<PosixFilePermission> UNSAFE =
            EnumSet.of(
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final UnaryOperator<String> environment;

    /**
     * With these variables.
     *
     * @param environment answers null for one that is not set
     */
    SecretsOfSystem(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public String read(Secret secret) throws UnreadableSecretException {
        return switch (secret) {
            case Secret.InEnvironment variable -> value(variable.variable());
            case Secret.InFile file -> content(file.path());
        };
    }

    private String value(String variable) throws UnreadableSecretException {
        String value = environment.apply(variable);
        if (value == null || value.isEmpty()) {
            throw new UnreadableSecretException(
                    "the daemon's environment has no variable " + variable);
        }
        return value;
    }

    private static String content(String path) throws UnreadableSecretException {
        try {
            Path file = Path.of(path);
            if (!Files.isRegularFile(file)) {
                throw new UnreadableSecretException(
                        path + (Files.exists(file) ? " is not a file" : " does not exist"));
            }
            checkPermissions(file);
            return firstLine(file);
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

    private static String firstLine(Path file) throws IOException, UnreadableSecretException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(BYTES_MAX);
            String line =
                    new String(content, StandardCharsets.UTF_8).lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw new UnreadableSecretException(file + " has no password in its first line");
            }
            return line;
        }
    }
}
