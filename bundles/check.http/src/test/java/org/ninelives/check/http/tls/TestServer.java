package org.ninelives.check.http.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;

/** A web server over TLS on loopback with the certificates of the test resources. */
public final class TestServer implements AutoCloseable {

    private static final char[] NO_PASSWORD = {};

    /** What it does once both have shaken hands and the request is there. */
    public interface Talk {
        void with(Socket below, SSLSocket client) throws IOException;
    }

    private final ServerSocket listening =
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final SSLContext identity;
    private final Consumer<SSLSocket> setting;
    private final List<String> clients = new CopyOnWriteArrayList<>();
    private final Talk talk;

    private TestServer(SSLContext identity, Consumer<SSLSocket> setting, Talk talk)
            throws IOException {
        this.identity = identity;
        this.setting = setting;
        this.talk = talk;
    }

    /** With the certificate and the key of these names. */
    public static TestServer start(String certificate, String key, Talk talk) throws Exception {
        return start(certificate, key, client -> {}, talk);
    }

    /**
     * The same, and with more to it.
     *
     * @param setting what holds for each connection
     */
    public static TestServer start(
            String certificate, String key, Consumer<SSLSocket> setting, Talk talk)
            throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "own",
                PemFile.read(file(key)).key().open(Optional.empty()),
                NO_PASSWORD,
                PemFile.read(file(certificate)).certificates().toArray(X509Certificate[]::new));
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, NO_PASSWORD);
        TrustManager judge = new TlsContexts().judges(Optional.of(file("ca.pem")));
        context.init(managers.getKeyManagers(), new TrustManager[] {judge}, null);
        TestServer server = new TestServer(context, setting, talk);
        Thread.ofVirtual().start(server::accept);
        return server;
    }

    /** An answer, and the end of TLS and of the connection as they should be. */
    public static Talk says(String answer) {
        return (below, client) -> {
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            client.close();
        };
    }

    /** A file of the test resources. */
    public static Path file(String name) {
        return Path.of("src/test/resources/tls", name);
    }

    public ConnectTarget target() {
        return ConnectTarget.of(IpAddress.of("127.0.0.1"), listening.getLocalPort());
    }

    /** The name each client has asked for, and that of its certificate; {@code -} for none. */
    public List<String> clients() {
        return clients;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket below = listening.accept();
                Thread.ofVirtual().start(() -> talk(below));
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    private void talk(Socket below) {
        try (below;
                SSLSocket client =
                        (SSLSocket)
                                identity.getSocketFactory().createSocket(below, null, 0, true)) {
            client.setUseClientMode(false);
            setting.accept(client);
            client.startHandshake();
            clients.add(names(client));
            hearRequest(client.getInputStream());
            talk.with(below, client);
        } catch (IOException e) {
            return; // The client is not content, which is what many tests are about.
        }
    }

    private static String names(SSLSocket client) throws IOException {
        ExtendedSSLSession session = (ExtendedSSLSession) client.getSession();
        String asked =
                session.getRequestedServerNames().isEmpty()
                        ? "-"
                        : new String(
                                session.getRequestedServerNames().getFirst().getEncoded(),
                                StandardCharsets.US_ASCII);
        return asked
                + " "
                + (client.getNeedClientAuth() ? session.getPeerPrincipal().getName() : "-");
    }

    private static void hearRequest(InputStream input) throws IOException {
        StringBuilder heard = new StringBuilder();
        int next = 0;
        while (next >= 0 && !heard.toString().endsWith("\r\n\r\n")) {
            next = input.read();
            heard.append((char) next);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
