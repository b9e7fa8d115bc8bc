package org.ninelives.ctl.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What the daemon's settings file says of its connector.
 *
 * @param host address it listens on
 * @param port TCP port; 0 for none
 * @param folder where the file and the passwords are
 */
record Settings(String host, int port, Path folder) {

    private static final String HOST_DEFAULT = "127.0.0.1";
    private static final String PORT_DEFAULT = "9112"; // as in the settings file of the product

    /**
     * Reads {@code ninelives.properties}; where there is none, the daemon has its defaults.
     *
     * @throws UnreachableException if it cannot be read, or its port is no number
     */
    static Settings in(Path folder) throws UnreachableException {
        Path file = folder.resolve("ninelives.properties");
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (InputStream content = Files.newInputStream(file)) {
                values.load(content);
            } catch (IOException | IllegalArgumentException e) {
                throw new UnreachableException(file + " cannot be read: " + e.getMessage());
            }
        }
        String host = values.getProperty("jmx.host", "").strip();
        String port = values.getProperty("jmx.port", PORT_DEFAULT).strip();
        try {
            return new Settings(
                    host.isEmpty() ? HOST_DEFAULT : host, Integer.parseInt(port), folder);
        } catch (NumberFormatException e) {
            throw new UnreachableException(file + ": jmx.port: '" + port + "' is no number");
        }
    }
}
