package org.ninelives.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and its certificate, signed by an authority of its own, made by keytool(1) for a test.
 *
 * @param authority the certificate that clients may trust
 * @param context for servers
 */
public record TlsIdentity(
        X509Certificate certificate, X509Certificate authority, SSLContext context) {

    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";

    /** One that holds from yesterday for ten days, for this name and 127.0.0.1. */
    public static TlsIdentity of(Path folder, String name) throws Exception {
        return make(folder, name, Duration.ofDays(1));
    }

    /** One whose ten days have long been over. */
    public static TlsIdentity expired(Path folder, String name) throws Exception {
        return make(folder, name, Duration.ofDays(100));
    }

    private static TlsIdentity make(Path folder, String name, Duration age) throws Exception {
        Path store = Files.createTempFile(folder, name, ".p12");
        Files.delete(store);
        keytool(store, AUTHORITY, "-dname", "CN=authority of " + name, "-ext", "bc:c");
        keytool(
                store,
                SERVER,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name + ",ip:127.0.0.1",
                "-signer",
                AUTHORITY,
                "-startdate",
                "-" + age.toDays() + "d",
                "-validity",
                "10");
        return read(store);
    }

    private static TlsIdentity read(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            keys.load(bytes, PASSWORD.toCharArray());
        }
        X509Certificate authority = (X509Certificate) keys.getCertificate(AUTHORITY);
        X509Certificate certificate = (X509Certificate) keys.getCertificate(SERVER);
        // Or else the server might show the key of the authority.
        keys.deleteEntry(AUTHORITY);
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new TlsIdentity(certificate, authority, context);
    }

    private static void keytool(Path store, String alias, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
        command.addAll(List.of("-storepass", PASSWORD));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
