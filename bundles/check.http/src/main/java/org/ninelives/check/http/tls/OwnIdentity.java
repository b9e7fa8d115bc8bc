package org.ninelives.check.http.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.ninelives.check.http.settings.TlsFiles;

/** The certificate and the key that are shown to servers that ask for them. */
final class OwnIdentity {

    private static final char[] NO_PASSWORD = {};

    /** Signed to see whether a key and a certificate belong to each other. */
    private static final byte[] SAMPLE = {9};

    private OwnIdentity() {}

    /** As TLS of Java wants it; none where there are no files. */
    static KeyManager[] managers(TlsFiles files) throws PemException, GeneralSecurityException {
        if (files.certificate().isPresent() != files.key().isPresent()) {
            throw new PemException(
                    files.key().isPresent()
                            ? "the block has a key without a certificate"
                            : "the block has a certificate without a key");
        }
        return files.certificate().isEmpty()
                ? new KeyManager[0]
                : managers(files.certificate().get(), files.key().get(), files);
    }

    private static KeyManager[] managers(Path certificate, Path key, TlsFiles files)
            throws PemException, GeneralSecurityException {
        List<X509Certificate> chain = PemFile.read(certificate).certificates();
        PrivateKey opened = PemFile.read(key).key().open(files.password());
        if (!isPair(opened, chain.getFirst())) {
            throw new PemException(key + " is not the key of the certificate in " + certificate);
        }
        KeyStore store = emptyStore();
        store.setKeyEntry("own", opened, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, NO_PASSWORD);
        return managers.getKeyManagers();
    }

    private static boolean isPair(PrivateKey key, X509Certificate certificate)
            throws GeneralSecurityException {
        if (!familyOf(key.getAlgorithm())
                .equals(familyOf(certificate.getPublicKey().getAlgorithm()))) {
            return false;
        }
        Signature signature = Signature.getInstance(familyOf(key.getAlgorithm()));
        signature.initSign(key);
        signature.update(SAMPLE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(SAMPLE);
        return signature.verify(signed);
    }

    private static String familyOf(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "DSA" -> "SHA256withDSA";
            default -> "EdDSA";
        };
    }

    static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
