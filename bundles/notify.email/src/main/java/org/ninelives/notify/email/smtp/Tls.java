package org.ninelives.notify.email.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.ninelives.notify.email.settings.Trust;

/**
 * Encrypts connections to a server that is believed.
 *
 * @param factory makes sockets that check the chain of certificates
 * @param checksName whether the certificate must be for the name of the server (RFC 8314 section
 *     3.1)
 */
record Tls(SSLSocketFactory factory, boolean checksName) {

    /**
     * By what is configured; files are read now.
     *
     * @throws IOException if a file of certificates cannot be used
     */
    static Tls of(Trust trust) throws IOException {
        try {
            return switch (trust) {
                case Trust.WellKnown known ->
                        new Tls(SSLContext.getDefault().getSocketFactory(), true);
                case Trust.Authorities authorities ->
                        new Tls(factory(authorities(Path.of(authorities.path()))), true);
                case Trust.Pinned pinned ->
                        new Tls(factory(new Certificates(Optional.of(pinned.sha256()))), false);
                case Trust.Anyone anyone ->
                        new Tls(factory(new Certificates(Optional.empty())), false);
            };
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static SSLSocketFactory factory(TrustManager... managers)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context.getSocketFactory();
    }

    private static TrustManager[] authorities(Path file)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream stream = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new IOException(file + " has no certificate");
        }
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers.getTrustManagers();
    }

    /** Encrypts a connection from here on. */
    Socket over(Socket socket, String host) throws IOException {
        SSLSocket encrypted =
                (SSLSocket) factory.createSocket(socket, host, socket.getPort(), true);
        if (checksName) {
            SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
        }
        encrypted.startHandshake();
        return encrypted;
    }
}
