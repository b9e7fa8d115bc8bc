package org.ninelives.management.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The Unix rights that files with secrets, and files that give rights, must have. */
final class FileRights {

    private static final Set<PosixFilePermission> READ_BY_OTHERS =
            PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> WRITTEN_BY_OTHERS =
            PosixFilePermissions.fromString("----w--w-");
    private static final int STICKY = 01000;
    private static final int ROOT = 0;

    private FileRights() {}

    /**
     * Refuses a file with a secret that others could see or put in place.
     *
     * @throws UnsafeFileException if so; the message tells the remedy
     * @throws IOException if the file is not there
     */
    static void requireSecret(Path file) throws IOException {
        refuse(file, READ_BY_OTHERS, "can be read or changed by other users", "600");
        requireOwn(file);
    }

    /**
     * Refuses a file that others could change or put in place; reading is free.
     *
     * @throws UnsafeFileException if so; the message tells the remedy
     * @throws IOException if the file is not there
     */
    static void requireTrusted(Path file) throws IOException {
        refuse(file, WRITTEN_BY_OTHERS, "can be changed by other users", "go-w");
        requireOwn(file);
    }

    private static void refuse(
            Path file, Set<PosixFilePermission> unwanted, String fault, String mode)
            throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(unwanted::contains)) {
            throw new UnsafeFileException(
                    file + " " + fault + "; run 'chmod " + mode + " " + file + "' and restart");
        }
    }

    private static void requireOwn(Path file) throws IOException {
        int owner = (int) Files.getAttribute(file, "unix:uid");
        if (owner != ROOT && owner != ownUser()) {
            throw new UnsafeFileException(
                    file + " belongs to another user; run 'chown root " + file + "' and restart");
        }
        Path folder = file.toAbsolutePath().getParent();
        // Whoever may write to the folder may put another file in its place, unless it is sticky.
        boolean sticky = ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
        if (!sticky) {
            refuse(folder, WRITTEN_BY_OTHERS, "can be changed by other users", "go-w");
        }
    }

    private static int ownUser() throws IOException {
        return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }
}
