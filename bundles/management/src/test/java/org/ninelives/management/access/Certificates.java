package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keystores with self-signed certificates, made by the JDK's keytool in a folder. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes a key and a certificate for 127.0.0.1. */
    X509Certificate make(String file, String subject) throws Exception {
        Path keystore = folder.resolve(file);
        Files.deleteIfExists(keystore);
        Process keytool =
                new ProcessBuilder(
                                System.getProperty("java.home") + "/bin/keytool",
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                subject,
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-keystore",
                                keystore.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        makeSecret(keystore);
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }

    /** Makes a truststore without a password. */
    Path trust(String file, Map<String, X509Certificate> certificates) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Map.Entry<String, X509Certificate> each : certificates.entrySet()) {
            store.setCertificateEntry(each.getKey(), each.getValue());
        }
        Path truststore = folder.resolve(file);
        try (OutputStream out = Files.newOutputStream(truststore)) {
            store.store(out, PASSWORD.toCharArray());
        }
        makeSecret(truststore);
        return truststore;
    }

    /** The settings of a daemon with these two files. */
    TlsSettings settings(String keystore, String truststore) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        makeSecret(password);
        return new TlsSettings(
                folder.resolve(keystore),
                password,
                Optional.of(
                        new TlsSettings.TrustedClients(
                                folder.resolve(truststore), Optional.of(password))),
                List.of("TLSv1.3"));
    }

    /** What a client needs that shows the certificate of one keystore and trusts another's. */
    SSLContext client(String keystore, X509Certificate server)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                KeyStore.getInstance(folder.resolve(keystore).toFile(), PASSWORD.toCharArray()),
                PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusting(server).getTrustManagers(), null);
        return context;
    }

    /** What a client needs that has no certificate. */
    SSLContext stranger(X509Certificate server) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusting(server).getTrustManagers(), null);
        return context;
    }

    private static TrustManagerFactory trusting(X509Certificate server)
            throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("server", server);
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        return factory;
    }

    private static void makeSecret(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
