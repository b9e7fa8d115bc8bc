package org.ninelives.dropin.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a file at one moment, where nobody else writes: what is checked is what is loaded.
 * Removed when it is closed.
 *
 * @param path where they are
 * @param sha256 their digest, hexadecimal
 */
record PrivateCopy(Path path, String sha256) implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * The classes of a checker are some kilobytes; whatever is larger is a mistake or an attack.
     */
    static final long BYTES_MAX = 64L << 20;

    /**
     * Copies a file.
     *
     * @param folder for the copy
     * @throws IOException if it cannot be read, or there is no room for it
     * @throws UnusableException if it is too large
     */
    static PrivateCopy of(Path file, Path folder) throws IOException, UnusableException {
        refuseIfTooLarge(Files.size(file));
        Path copy = Files.createTempFile(folder, "dropped-", ".jar");
        try {
            return new PrivateCopy(copy, copy(file, copy));
        } catch (IOException | UnusableException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static String copy(Path file, Path copy) throws IOException, UnusableException {
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                OutputStream out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                refuseIfTooLarge(bytes);
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void refuseIfTooLarge(long bytes) throws UnusableException {
        if (bytes > BYTES_MAX) {
            throw UnusableException.refused("it is larger than " + (BYTES_MAX >> 20) + " MiB");
        }
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
