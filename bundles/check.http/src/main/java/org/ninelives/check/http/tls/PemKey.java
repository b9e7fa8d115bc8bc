package org.ninelives.check.http.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A private key as it stands in a file. */
final class PemKey {

    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448", "DSA");

    private static final String PBES2 = "PBES2";

    private final Path file;
    private final String label;
    private final byte[] der;

    PemKey(Path file, String label, byte[] der) {
        this.file = file;
        this.label = label;
        this.der = der;
    }

    /**
     * The key itself.
     *
     * @param password for one that is encrypted
     */
    PrivateKey open(Optional<String> password) throws PemException {
        return switch (label) {
            case "PRIVATE KEY" -> plain(new PKCS8EncodedKeySpec(der));
            case "ENCRYPTED PRIVATE KEY" -> plain(decrypted(password));
            case "RSA PRIVATE KEY" -> plain(new PKCS8EncodedKeySpec(Pkcs8.ofRsa(der)));
            default ->
                    throw new PemException(
                            file
                                    + " has a key in the form '"
                                    + label
                                    + "'; write it anew with openssl pkcs8 -topk8 -nocrypt -in "
                                    + file
                                    + " -out NEW");
        };
    }

    private PrivateKey plain(PKCS8EncodedKeySpec spec) throws PemException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException e) {
                // It is a key of another algorithm, or none at all.
            }
        }
        throw new PemException(file + " has a damaged private key, or one of an unknown kind");
    }

    private PKCS8EncodedKeySpec decrypted(Optional<String> password) throws PemException {
        if (password.isEmpty()) {
            throw new PemException(file + " is encrypted; write its password into SSL");
        }
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
            // PBES2 alone does not say which ciphers it is made of; its parameters do.
            String scheme =
                    info.getAlgName().equals(PBES2)
                            ? info.getAlgParameters().toString()
                            : info.getAlgName();
            SecretKey key =
                    SecretKeyFactory.getInstance(scheme)
                            .generateSecret(new PBEKeySpec(password.get().toCharArray()));
            Cipher cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
            return info.getKeySpec(cipher);
        } catch (InvalidKeyException | InvalidKeySpecException e) {
            throw new PemException(file + " cannot be decrypted: the password is not that of it");
        } catch (GeneralSecurityException | IOException e) {
            throw new PemException(file + " cannot be decrypted: " + e.getMessage());
        }
    }
}
