package org.ninelives.ctl.access;

import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Finds the daemon and logs in. */
public final class Connector {

    private final Where where;
    private final Path folder;

    /**
     * Connects to nothing yet.
     *
     * @param folder of the settings of the daemon on this machine
     */
    public Connector(Where where, Path folder) {
        this.where = where;
        this.folder = folder;
    }

    /**
     * A new connection.
     *
     * @throws UnreachableException with what is wrong and what to do
     */
    public Connection open() throws UnreachableException {
        if (where.pid.isPresent() && where.address.isPresent()) {
            throw new UnreachableException("--pid and --address name two daemons; name one");
        }
        if (where.pid.isPresent()) {
            return attach(where.pid.get());
        }
        if (where.address.isPresent()) {
            return remote(where.address.get());
        }
        Settings settings = Settings.in(folder);
        String address = address(settings);
        OptionalLong pid = Attachment.pid();
        if (settings.port() > 0) {
            try {
                return remote(address);
            } catch (UnreachableException e) {
                if (pid.isEmpty()) {
                    throw e;
                }
            }
        }
        return attach(
                pid.orElseThrow(
                        () ->
                                new UnreachableException(
                                        "the daemon's connector is off; name its process with"
                                                + " --pid")));
    }

    private static String address(Settings settings) {
        return (settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host())
                + ":"
                + settings.port();
    }

    private Connection attach(long pid) throws UnreachableException {
        return connect(Attachment.open(pid), Map.of(), "process " + pid);
    }

    private Connection remote(String address) throws UnreachableException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jmx.remote.credentials", new String[] {where.user, password()});
        if (where.tls) {
            settings.putAll(Tls.settings(where));
        }
        try {
            JMXServiceURL url =
                    new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + address + "/jmxrmi");
            return connect(url, settings, address);
        } catch (MalformedURLException e) {
            throw new UnreachableException("'" + address + "' is no HOST:PORT");
        }
    }

    @SuppressWarnings("BanJNDI") // the registry is the daemon's own, on the address that was asked
    private Connection connect(JMXServiceURL url, Map<String, Object> settings, String who)
            throws UnreachableException {
        try {
            return new Connection(JMXConnectorFactory.connect(url, settings));
        } catch (SecurityException e) {
            throw new UnreachableException(
                    who + " does not let " + where.user + " in: " + e.getMessage());
        } catch (IOException e) {
            throw new UnreachableException("no daemon answers at " + who + ": " + Words.reason(e));
        }
    }

    private String password() throws UnreachableException {
        Path file = where.passwordFile.orElse(folder.resolve("jmx.password"));
        if (!Files.exists(file) && where.passwordFile.isEmpty()) {
            // Where the settings cannot be written the daemon keeps them with what it has at run
            // time.
            file = Path.of("/run/ninelives/jmx.password");
        }
        try {
            Optional<String> password = Passwords.of(where.user, file);
            Path looked = file;
            return password.orElseThrow(
                    () -> new UnreachableException(looked + " has no user " + where.user));
        } catch (IOException e) {
            throw new UnreachableException(
                    file
                            + " cannot be read ("
                            + Words.reason(e)
                            + "); name another with --password-file");
        }
    }
}
