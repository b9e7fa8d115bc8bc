package org.ninelives.management;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the connector listens and keeps its files.
 *
 * @param host address to listen on
 * @param port TCP port, 1..65535; 0 means no connector
 * @param folders where the password and access files may be, first choice first
 */
record ConnectorSettings(String host, int port, List<Path> folders) {

    private static final String HOST_DEFAULT = "127.0.0.1";
    private static final int PORT_DEFAULT = 9112; // as in the settings file of the product
    private static final int PORT_MAX = 65535;
    private static final Path RUN_FOLDER = Path.of("/run/ninelives");

    /**
     * Reads {@code ninelives.jmx.host}, {@code ninelives.jmx.port} and {@code ninelives.etc}.
     *
     * @param properties answers the value of a property or {@code null}
     * @throws IllegalArgumentException if the port is none; the message is for the operator
     */
    static ConnectorSettings from(Function<String, String> properties) {
        String host = Optional.ofNullable(properties.apply("ninelives.jmx.host")).orElse("").trim();
        List<Path> folders =
                Optional.ofNullable(properties.apply("ninelives.etc"))
                        .map(etc -> List.of(Path.of(etc), RUN_FOLDER))
                        .orElse(List.of(RUN_FOLDER));
        return new ConnectorSettings(
                host.isEmpty() ? HOST_DEFAULT : host,
                port(properties.apply("ninelives.jmx.port")),
                folders);
    }

    boolean isOff() {
        return port == 0;
    }

    private static int port(String text) {
        if (text == null || text.isBlank()) {
            return PORT_DEFAULT;
        }
        try {
            int port = Integer.parseInt(text.trim());
            if (port >= 0 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            // The message below serves both.
        }
        throw new IllegalArgumentException(
                "ninelives.jmx.port: '"
                        + text
                        + "' is not in 0..65535 (0 turns the connector off)");
    }
}
