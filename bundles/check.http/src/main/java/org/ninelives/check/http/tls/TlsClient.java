package org.ninelives.check.http.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.ninelives.api.system.Connection;
import org.ninelives.check.http.settings.PageTls;
import org.ninelives.check.http.settings.TlsFiles;

/**
 * Speaks TLS over connections.
 *
 * @param contexts shared by all who do; equal to itself alone, so that equal clients share sessions
 */
public record TlsClient(TlsFiles files, TlsContexts contexts) {

    /** What goes over one connection once both sides have shaken hands. */
    public static final class Stream implements AutoCloseable {

        private final ConnectionSocket below;
        private final SSLSocket socket;

        private Stream(ConnectionSocket below, SSLSocket socket) {
            this.below = below;
            this.socket = socket;
        }

        public InputStream input() throws IOException {
            return socket.getInputStream();
        }

        public OutputStream output() throws IOException {
            return socket.getOutputStream();
        }

        /**
         * Whether the end of data came without close_notify (RFC 8446 section 6.1), so that
         * something may be missing.
         */
        public boolean isCutOff() {
            return below.isEndSeen();
        }

        /** Version and cipher suite, for people. */
        public String words() {
            return socket.getSession().getProtocol() + " " + socket.getSession().getCipherSuite();
        }

        /** Says good-bye; the connection below is closed whether that arrives or not. */
        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                below.close();
            }
        }
    }

    /**
     * Shakes hands, within the deadline of the connection, and looks at the certificate where one
     * is asked to.
     *
     * @throws SSLException whose message {@link TlsReasons} turns into a sentence
     * @throws UntrustedServerException if the certificate is not what it has to be like
     */
    public Stream open(Connection connection, PageTls page) throws IOException {
        ConnectionSocket below = new ConnectionSocket(connection);
        SSLSocket socket =
                (SSLSocket)
                        contexts.sockets(files)
                                .createSocket(
                                        below,
                                        sessionName(connection, page),
                                        below.getPort(),
                                        true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(
                page.serverName()
                        .<List<SNIServerName>>map(name -> List.of(new SNIHostName(bytes(name))))
                        .orElse(List.of()));
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        if (page.verification().isPresent()) {
            PeerCheck.check(contexts, socket.getSession(), page.verification().get());
        }
        return new Stream(below, socket);
    }

    /**
     * The name that sessions are kept under: servers refuse to resume one of another name, and one
     * name may be served by many.
     */
    private static String sessionName(Connection connection, PageTls page) {
        return connection.target().address() + "/" + page.serverName().orElse("");
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
