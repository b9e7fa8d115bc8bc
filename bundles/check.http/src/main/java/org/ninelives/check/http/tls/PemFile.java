package org.ninelives.check.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of blocks in base64 between BEGIN and END lines, RFC 7468. */
final class PemFile {

    /** All authorities of the world take some 200 KiB. */
    private static final int BYTES_MAX = 1 << 22;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    private final Path file;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * One block.
     *
     * @param label such as {@code CERTIFICATE}
     * @param text between its lines
     */
    private record Block(String label, String text) {}

    private PemFile(Path file) {
        this.file = file;
    }

    /** Reads a file; blocks for as long as the file system does. */
    static PemFile read(Path file) throws PemException {
        PemFile pem = new PemFile(file);
        Matcher matcher = BLOCK.matcher(text(file));
        while (matcher.find()) {
            pem.blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return pem;
    }

    private static String text(Path file) throws PemException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new PemException(file + " is longer than " + BYTES_MAX + " bytes");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new PemException(file + " does not exist");
        } catch (AccessDeniedException e) {
            throw new PemException(file + " cannot be read: permission denied");
        } catch (IOException e) {
            throw new PemException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Its certificates in order, at least one. */
    List<X509Certificate> certificates() throws PemException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks) {
                if (block.label().equals("CERTIFICATE")
                        || block.label().equals("TRUSTED CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate)
                                    factory.generateCertificate(
                                            new ByteArrayInputStream(der(block))));
                }
            }
        } catch (CertificateException e) {
            throw new PemException(file + " has a damaged certificate: " + e.getMessage());
        }
        if (certificates.isEmpty()) {
            throw new PemException(file + " has no certificate; it has to be in PEM");
        }
        return certificates;
    }

    /** Its private key. */
    PemKey key() throws PemException {
        Optional<Block> block =
                blocks.stream().filter(any -> any.label().endsWith("PRIVATE KEY")).findFirst();
        if (block.isEmpty()) {
            throw new PemException(file + " has no private key; it has to be in PEM");
        }
        if (block.get().text().contains("Proc-Type:")) {
            throw new PemException(
                    file
                            + " is encrypted in the way of old; write it anew with"
                            + " openssl pkcs8 -topk8 -in "
                            + file
                            + " -out NEW");
        }
        return new PemKey(file, block.get().label(), der(block.get()));
    }

    private byte[] der(Block block) throws PemException {
        try {
            return Base64.getMimeDecoder().decode(block.text());
        } catch (IllegalArgumentException e) {
            throw new PemException(file + " has a damaged " + block.label() + " block");
        }
    }
}
