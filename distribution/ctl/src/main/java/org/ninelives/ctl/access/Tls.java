package org.ninelives.ctl.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.rmi.ssl.SslRMIClientSocketFactory;

/** TLS for a connection: RMI's own socket factory reads its files from system properties. */
final class Tls {

    private Tls() {}

    /**
     * Prepares this process.
     *
     * @return what the connection needs besides
     * @throws UnreachableException if a file cannot be read
     */
    static Map<String, Object> settings(Where where) throws UnreachableException {
        if (where.trustStore.isPresent()) {
            store("javax.net.ssl.trustStore", where.trustStore.get(), where);
        }
        if (where.keyStore.isPresent()) {
            store("javax.net.ssl.keyStore", where.keyStore.get(), where);
        }
        return Map.of("com.sun.jndi.rmi.factory.socket", new SslRMIClientSocketFactory());
    }

    private static void store(String property, Path file, Where where) throws UnreachableException {
        if (!Files.isReadable(file)) {
            throw new UnreachableException(file + " cannot be read");
        }
        System.setProperty(property, file.toString());
        System.setProperty(property + "Type", "PKCS12");
        if (where.storePasswordFile.isPresent()) {
            System.setProperty(property + "Password", firstLine(where.storePasswordFile.get()));
        }
    }

    private static String firstLine(Path file) throws UnreachableException {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? "" : lines.getFirst();
        } catch (IOException e) {
            throw new UnreachableException(file + " cannot be read");
        }
    }
}
