package org.ninelives.management.access;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the connector listens and keeps its files, and how it is guarded.
 *
 * @param host address to listen on
 * @param port TCP port, 1..65535; 0 means no connector
 * @param name the name or address that clients are sent to; nothing for the host's own
 * @param folders where the password and access files may be, first choice first
 * @param hashes whether passwords in the clear are replaced by salted hashes at the next login
 * @param insecure whether others may reach it without TLS
 */
record ConnectorSettings(
        String host,
        int port,
        Optional<String> name,
        List<Path> folders,
        boolean hashes,
        Optional<TlsSettings> tls,
        boolean insecure) {

    private static final String HOST_DEFAULT = "127.0.0.1";
    private static final int PORT_DEFAULT = 9112; // as in the settings file of the product
    private static final int PORT_MAX = 65535;
    private static final Path RUN_FOLDER = Path.of("/run/ninelives");

    /**
     * Reads {@code ninelives.etc} and what starts with {@code ninelives.jmx}.
     *
     * @param properties answers the value of a property or {@code null}
     * @throws IllegalArgumentException for a value that is none; the message is for the operator
     */
    static ConnectorSettings from(Function<String, String> properties) {
        List<Path> folders =
                Optional.ofNullable(properties.apply("ninelives.etc"))
                        .map(etc -> List.of(Path.of(etc), RUN_FOLDER))
                        .orElse(List.of(RUN_FOLDER));
        String name = Property.text(properties, "ninelives.jmx.name", "");
        return new ConnectorSettings(
                Property.text(properties, "ninelives.jmx.host", HOST_DEFAULT),
                port(properties),
                name.isEmpty() ? Optional.empty() : Optional.of(name),
                folders,
                Property.flag(properties, "ninelives.jmx.password.hashes", false),
                TlsSettings.from(properties, folders.getFirst()),
                Property.flag(properties, "ninelives.jmx.insecure", false));
    }

    boolean isOff() {
        return port == 0;
    }

    /** Where it listens, as clients write it: {@code 127.0.0.1:9112}. */
    String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static int port(Function<String, String> properties) {
        String key = "ninelives.jmx.port";
        String text = Property.text(properties, key, Integer.toString(PORT_DEFAULT));
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The message below serves both.
        }
        throw new IllegalArgumentException(
                key + ": '" + text + "' is not in 0..65535 (0 turns the connector off)");
    }
}
