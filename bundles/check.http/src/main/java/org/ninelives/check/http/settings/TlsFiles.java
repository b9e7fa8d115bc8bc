package org.ninelives.check.http.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.api.configuration.DifferenceList;

/**
 * The root block {@code SSL}: what all SSL_GET use.
 *
 * @param authorities PEM file of the certificates that others are believed for
 * @param certificate PEM file of the own certificate and those it was signed with
 * @param key PEM file of its private key
 * @param password of the key
 */
public record TlsFiles(
        Optional<Path> authorities,
        Optional<Path> certificate,
        Optional<Path> key,
        Optional<String> password) {

    /** No block at all. */
    public static final TlsFiles NONE =
            new TlsFiles(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What a reload may change about it. */
    public static DifferenceList<TlsFiles> compared(DifferenceList<TlsFiles> versions) {
        return versions.of("ca", TlsFiles::authorities)
                .of("certificate", TlsFiles::certificate)
                .of("key", TlsFiles::key)
                .hidden("password", TlsFiles::password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsFiles[ca "
                + shown(authorities)
                + ", certificate "
                + shown(certificate)
                + ", key "
                + shown(key)
                + "]";
    }

    private static String shown(Optional<Path> file) {
        return file.map(Path::toString).orElse("none");
    }
}
