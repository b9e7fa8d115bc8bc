package org.ninelives.management.access;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts connections with the certificates that the files hold at that moment: a renewed
 * certificate is taken up by the next connection, without a restart. Used by the one thread that
 * accepts.
 */
final class TlsContext {

    private static final Logger LOG = LoggerFactory.getLogger(TlsContext.class);

    private final TlsSettings settings;
    private Map<Path, FileTime> times;
    private SSLContext context;

    /**
     * Reads the files.
     *
     * @throws IOException if one cannot be read, is open to others, or holds no usable key or
     *     certificate; the message is for the operator
     */
    TlsContext(TlsSettings settings) throws IOException {
        this.settings = settings;
        times = times();
        context = read();
    }

    /**
     * Puts TLS on a connection that has come in; the handshake follows with the first byte read.
     *
     * @throws IOException if the connection is gone
     */
    SSLSocket encrypt(Socket plain) throws IOException {
        renew();
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(
                                        plain,
                                        plain.getInetAddress().getHostAddress(),
                                        plain.getPort(),
                                        true);
        socket.setUseClientMode(false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(settings.protocols().toArray(String[]::new));
        parameters.setUseCipherSuitesOrder(true);
        parameters.setNeedClientAuth(settings.clients().isPresent());
        socket.setSSLParameters(parameters);
        return socket;
    }

    private void renew() {
        try {
            Map<Path, FileTime> now = times();
            if (!now.equals(times)) {
                times = now;
                context = read();
                LOG.info("JMX: certificates are read again from {}", settings.keystore());
            }
        } catch (IOException e) {
            LOG.error("JMX: the certificates read before stay in use: {}", e.getMessage());
        }
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> found = new HashMap<>();
        for (Path file : files()) {
            // A link that a renewal moves elsewhere counts with the time of its target.
            found.put(file, Files.getLastModifiedTime(file));
        }
        return found;
    }

    private List<Path> files() {
        return Stream.concat(
                        Stream.of(settings.keystore(), settings.keystorePassword()),
                        settings.clients().stream()
                                .flatMap(
                                        clients ->
                                                Stream.concat(
                                                        Stream.of(clients.truststore()),
                                                        clients.password().stream())))
                .toList();
    }

    private SSLContext read() throws IOException {
        try {
            SSLContext fresh = SSLContext.getInstance("TLS");
            fresh.init(keys().getKeyManagers(), trusted(), null);
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IOException(settings.keystore() + ": " + e.getMessage(), e);
        }
    }

    private KeyManagerFactory keys() throws IOException, GeneralSecurityException {
        FileRights.requireSecret(settings.keystore());
        char[] password = password(settings.keystorePassword());
        KeyStore store = store(settings.keystore(), password);
        if (!holdsKey(store)) {
            throw new IOException(settings.keystore() + " holds no private key");
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys;
    }

    private static boolean holdsKey(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return true;
            }
        }
        return false;
    }

    private TrustManager[] trusted() throws IOException, GeneralSecurityException {
        if (settings.clients().isEmpty()) {
            return new TrustManager[0];
        }
        TlsSettings.TrustedClients clients = settings.clients().get();
        FileRights.requireTrusted(clients.truststore());
        Optional<Path> file = clients.password();
        KeyStore store = store(clients.truststore(), file.isEmpty() ? null : password(file.get()));
        if (store.size() == 0) {
            throw new IOException(clients.truststore() + " holds no certificate");
        }
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust.getTrustManagers();
    }

    private static KeyStore store(Path file, char[] password)
            throws IOException, GeneralSecurityException {
        try {
            return KeyStore.getInstance(file.toFile(), password);
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static char[] password(Path file) throws IOException {
        FileRights.requireSecret(file);
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst()
                    .orElseThrow(() -> new IOException(file + " is empty"))
                    .toCharArray();
        }
    }
}
