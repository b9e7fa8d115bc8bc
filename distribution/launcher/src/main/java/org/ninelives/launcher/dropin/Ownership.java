package org.ninelives.launcher.dropin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Whether code may be taken from a file: it runs with all rights of the daemon. */
final class Ownership {

    private static final int ROOT = 0;

    /** Belongs to the user of this process. */
    private static final Path SELF = Path.of("/proc/self/");

    private Ownership() {}

    /** What is wrong with a file, or with the folder it lies in; empty if nothing is. */
    static Optional<String> objection(Path file) {
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real)) {
                return Optional.of("it is no regular file");
            }
            return ofOne(real).or(() -> ofFolder(real.getParent()));
        } catch (IOException e) {
            return Optional.of("it cannot be looked at: " + e);
        }
    }

    private static Optional<String> ofFolder(Path folder) {
        try {
            return ofOne(folder);
        } catch (IOException e) {
            return Optional.of(folder + " cannot be looked at: " + e);
        }
    }

    private static Optional<String> ofOne(Path path) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            return Optional.of("others can write to " + path + " (chmod go-w)");
        }
        int owner = uid(path);
        if (owner != ROOT && owner != uid(SELF)) {
            return Optional.of(path + " belongs to another user (chown root)");
        }
        return Optional.empty();
    }

    private static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
