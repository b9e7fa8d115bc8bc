package org.ninelives.check.http.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.ninelives.check.http.settings.PageTls;

/** Looks at the certificate of a server, of resumed sessions as well. */
final class PeerCheck {

    /** Whatever the key is used for: that has been seen to by the handshake. */
    private static final String ANY_EXCHANGE = "UNKNOWN";

    private PeerCheck() {}

    static void check(TlsContexts contexts, SSLSession session, PageTls.Verification wanted)
            throws UntrustedServerException {
        X509Certificate[] chain = chain(session);
        checkDates(chain[0]);
        checkName(chain[0], wanted.name());
        try {
            contexts.judges(wanted.authorities()).checkServerTrusted(chain, ANY_EXCHANGE);
        } catch (PemException e) {
            throw new UntrustedServerException(e.getMessage());
        } catch (CertificateException e) {
            throw new UntrustedServerException(untrusted(chain[0], e));
        }
    }

    private static X509Certificate[] chain(SSLSession session) throws UntrustedServerException {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return Arrays.copyOf(chain, chain.length, X509Certificate[].class);
        } catch (SSLPeerUnverifiedException e) {
            throw new UntrustedServerException("the server has no certificate");
        }
    }

    private static void checkDates(X509Certificate certificate) throws UntrustedServerException {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new UntrustedServerException(
                    "the certificate expired on " + certificate.getNotAfter().toInstant());
        } catch (CertificateNotYetValidException e) {
            throw new UntrustedServerException(
                    "the certificate is valid from "
                            + certificate.getNotBefore().toInstant()
                            + " on only");
        }
    }

    private static void checkName(X509Certificate certificate, String name)
            throws UntrustedServerException {
        try {
            if (!HostNames.isFor(certificate, name)) {
                throw new UntrustedServerException(
                        "the certificate is not for "
                                + name
                                + " but for "
                                + HostNames.of(certificate));
            }
        } catch (CertificateParsingException e) {
            throw new UntrustedServerException("the names in the certificate cannot be read");
        }
    }

    private static String untrusted(X509Certificate certificate, CertificateException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "a certificate that signed that of the server has expired";
            }
            if (cause instanceof CertPathBuilderException) {
                return "the certificate is signed by "
                        + certificate.getIssuerX500Principal()
                        + ", which is not among the authorities";
            }
        }
        return "the certificate is not to be believed: " + e.getMessage();
    }
}
