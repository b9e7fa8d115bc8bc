package org.ninelives.management.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Who may use the connector, in the file formats of the JDK: {@code jmx.password} has a line {@code
 * USER PASSWORD} or {@code USER SALT HASH ALGORITHM} for each user, {@code jmx.access} a line
 * {@code USER readonly|readwrite}. Both count from the next login on, without a restart.
 *
 * @param passwords readable by the daemon's user alone
 * @param access writable by the daemon's user alone
 */
record AccessFiles(Path passwords, Path access) {

    /** May read everything and change nothing. */
    static final String MONITOR = "monitor";

    /** May read, set and invoke. */
    static final String CONTROL = "control";

    private static final int PASSWORD_BYTES = 18; // 144 random bits are 24 letters without padding

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    /**
     * The files in the first folder that has them or lets them be made; new ones get random
     * passwords.
     *
     * @throws UnsafeFileException if files are there that others can read or change; they are left
     *     as they are
     * @throws IOException if no folder can take them; the message names each and its reason
     */
    static AccessFiles inFirstOf(List<Path> folders) throws IOException {
        StringBuilder reasons = new StringBuilder();
        for (Path folder : folders) {
            try {
                return in(folder);
            } catch (UnsafeFileException e) {
                throw e;
            } catch (IOException e) {
                reasons.append(reasons.isEmpty() ? "" : "; ").append(reason(e));
            }
        }
        throw new IOException(reasons.toString());
    }

    private static AccessFiles in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
        AccessFiles files =
                new AccessFiles(folder.resolve("jmx.password"), folder.resolve("jmx.access"));
        if (isAbsent(files.passwords)) {
            create(files.passwords, passwordLines());
        }
        if (isAbsent(files.access)) {
            create(files.access, MONITOR + " readonly\n" + CONTROL + " readwrite\n");
        }
        FileRights.requireSecret(files.passwords);
        FileRights.requireTrusted(files.access);
        return files;
    }

    /** A dangling symbolic link counts as present, so that nothing is created through it. */
    private static boolean isAbsent(Path file) {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String passwordLines() {
        SecureRandom random = new SecureRandom();
        return "# Delete this file and restart the daemon for new passwords.\n"
                + (MONITOR + " " + password(random) + "\n")
                + (CONTROL + " " + password(random) + "\n");
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void create(Path file, String content) throws IOException {
        // The permissions are part of the creation: at no moment can others open the file.
        try (var channel =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            channel.write(StandardCharsets.US_ASCII.encode(content));
        }
    }

    private static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replaceAll("Exception$", "");
        return e.getMessage() + " (" + kind + ")";
    }
}
