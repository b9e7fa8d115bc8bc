package org.ninelives.management.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How connections are encrypted.
 *
 * @param keystore key and certificate of the daemon, PKCS #12 or JKS
 * @param keystorePassword a file whose first line is the password of the keystore
 * @param clients who may connect; empty if every client may that knows a password
 * @param protocols such as {@code TLSv1.3}, at least one
 */
record TlsSettings(
        Path keystore,
        Path keystorePassword,
        Optional<TrustedClients> clients,
        List<String> protocols) {

    private static final String PROTOCOLS_DEFAULT = "TLSv1.3 TLSv1.2";
    private static final Set<String> PROTOCOLS_KNOWN = Set.of("TLSv1.3", "TLSv1.2");

    /**
     * The certificates that let a client connect.
     *
     * @param truststore certificates of those who sign clients' certificates, PKCS #12 or JKS
     * @param password a file whose first line is the password of the truststore, or nothing
     */
    record TrustedClients(Path truststore, Optional<Path> password) {}

    /**
     * Reads {@code ninelives.jmx.tls} and what follows it.
     *
     * @param properties answers the value of a property or {@code null}
     * @param etc where files with relative names are
     * @return nothing if TLS is off
     * @throws IllegalArgumentException for a value that is none; the message is for the operator
     */
    static Optional<TlsSettings> from(Function<String, String> properties, Path etc) {
        if (!Property.flag(properties, "ninelives.jmx.tls", false)) {
            return Optional.empty();
        }
        return Optional.of(
                new TlsSettings(
                        etc.resolve(
                                Property.text(
                                        properties,
                                        "ninelives.jmx.tls.keystore",
                                        "jmx.keystore.p12")),
                        etc.resolve(
                                Property.text(
                                        properties,
                                        "ninelives.jmx.tls.keystore.password.file",
                                        "jmx.keystore.password")),
                        Property.flag(properties, "ninelives.jmx.tls.client.certificate", true)
                                ? Optional.of(clients(properties, etc))
                                : Optional.empty(),
                        protocols(properties)));
    }

    /** The end of the line that tells of the connector. */
    String summary() {
        return ", "
                + String.join(" ", protocols)
                + clients.map(trusted -> ", client certificates by " + trusted.truststore())
                        .orElse(", no client certificates");
    }

    private static TrustedClients clients(Function<String, String> properties, Path etc) {
        String password =
                Property.text(properties, "ninelives.jmx.tls.truststore.password.file", "");
        return new TrustedClients(
                etc.resolve(
                        Property.text(
                                properties, "ninelives.jmx.tls.truststore", "jmx.truststore.p12")),
                password.isEmpty() ? Optional.empty() : Optional.of(etc.resolve(password)));
    }

    private static List<String> protocols(Function<String, String> properties) {
        String key = "ninelives.jmx.tls.protocols";
        List<String> protocols =
                List.of(Property.text(properties, key, PROTOCOLS_DEFAULT).split("[\\s,]+"));
        for (String protocol : protocols) {
            if (!PROTOCOLS_KNOWN.contains(protocol)) {
                throw new IllegalArgumentException(
                        key + ": '" + protocol + "' is neither TLSv1.3 nor TLSv1.2");
            }
        }
        return protocols;
    }
}
