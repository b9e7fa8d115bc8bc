package org.ninelives.check.http.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.ninelives.check.http.settings.TlsFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been made of files of certificates and keys, with the sessions that servers let us
 * resume. Safe for use by several threads.
 */
public final class TlsContexts {

    private static final Logger LOG = LoggerFactory.getLogger(TlsContexts.class);

    private final Map<TlsFiles, SSLSocketFactory> factories = new ConcurrentHashMap<>();
    private final Map<Optional<Path>, X509TrustManager> judges = new ConcurrentHashMap<>();

    /** Whose files are read anew when they are next asked for: keys of both maps. */
    private final Set<Object> stale = ConcurrentHashMap.newKeySet();

    /**
     * Has the files read anew when they are next asked for; those that cannot be used any more are
     * used on as they were read before.
     */
    public void renew() {
        // Nobody has asked for these since the last time.
        factories.keySet().removeAll(stale);
        judges.keySet().removeAll(stale);
        stale.clear();
        stale.addAll(factories.keySet());
        stale.addAll(judges.keySet());
    }

    private static SSLSocketFactory renewed(TlsFiles files, SSLSocketFactory before) {
        try {
            return factory(OwnIdentity.managers(files));
        } catch (PemException | GeneralSecurityException e) {
            return kept(before, e);
        }
    }

    private static X509TrustManager renewed(Optional<Path> authorities, X509TrustManager before) {
        try {
            return judge(authorities);
        } catch (PemException | GeneralSecurityException e) {
            return kept(before, e);
        }
    }

    private static <T> T kept(T before, Exception why) {
        LOG.error("SSL: {}; what was read before is used on", why.getMessage());
        return before;
    }

    /**
     * Whether the files of a configuration can be used; reads them.
     *
     * @throws PemException if not
     */
    public static void verify(TlsFiles files) throws PemException {
        try {
            OwnIdentity.managers(files);
            if (files.authorities().isPresent()) {
                judge(files.authorities());
            }
        } catch (GeneralSecurityException e) {
            throw new PemException("TLS cannot be set up: " + e.getMessage());
        }
    }

    /** Makes sockets; where the own certificate cannot be used, without one. */
    SSLSocketFactory sockets(TlsFiles files) {
        if (stale.remove(files)) {
            factories.computeIfPresent(files, TlsContexts::renewed);
        }
        return factories.computeIfAbsent(files, TlsContexts::factoryOrPlainOne);
    }

    private static SSLSocketFactory factoryOrPlainOne(TlsFiles files) {
        try {
            return factory(ownKeys(files));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    private static SSLSocketFactory factory(KeyManager[] ownKeys) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(ownKeys, new TrustManager[] {new AnyServer()}, null);
        return context.getSocketFactory();
    }

    private static KeyManager[] ownKeys(TlsFiles files) throws GeneralSecurityException {
        try {
            return OwnIdentity.managers(files);
        } catch (PemException e) {
            LOG.error("SSL: {}; servers are shown no certificate", e.getMessage());
            return new KeyManager[0];
        }
    }

    /**
     * Judges chains of certificates.
     *
     * @param authorities who may have signed them; those of Java when empty
     */
    X509TrustManager judges(Optional<Path> authorities) throws PemException {
        if (stale.remove(authorities)) {
            judges.computeIfPresent(authorities, TlsContexts::renewed);
        }
        X509TrustManager known = judges.get(authorities);
        if (known != null) {
            return known;
        }
        try {
            X509TrustManager judge = judge(authorities);
            judges.put(authorities, judge);
            return judge;
        } catch (GeneralSecurityException e) {
            throw new PemException("TLS cannot be set up: " + e.getMessage());
        }
    }

    private static X509TrustManager judge(Optional<Path> authorities)
            throws PemException, GeneralSecurityException {
        KeyStore store = null;
        if (authorities.isPresent()) {
            store = OwnIdentity.emptyStore();
            for (X509Certificate authority : PemFile.read(authorities.get()).certificates()) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
        }
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return (X509TrustManager) managers.getTrustManagers()[0];
    }
}
