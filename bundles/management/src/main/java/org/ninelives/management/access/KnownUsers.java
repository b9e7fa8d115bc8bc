package org.ninelives.management.access;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.MBeanServerForwarder;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginException;
import org.ninelives.api.access.RefusedException;
import org.ninelives.api.access.User;
import org.ninelives.api.access.Users;

/**
 * The users of the connector, for other ways in, whether the connector is open or not. Safe for use
 * by several threads.
 */
public final class KnownUsers implements Users {

    private static final String REFUSAL = "Wrong user or password";

    private final ConnectorSettings settings;
    private final MBeanServer beans;
    private final Predicate<ObjectName> published;
    private Optional<Known> known = Optional.empty();

    /** What is there since the files were needed first. */
    private record Known(
            AccessFiles files,
            PasswordFile passwords,
            AccessRules rules,
            MBeanServerForwarder guarded,
            Map<String, Logins> ways) {}

    /**
     * Reads no file yet.
     *
     * @param properties answers the value of a framework property or {@code null}
     * @param published whether a bean is one of those that services publish
     * @throws IllegalArgumentException for a property that makes no sense; the message is for the
     *     operator
     */
    public KnownUsers(
            Function<String, String> properties,
            MBeanServer beans,
            Predicate<ObjectName> published) {
        settings = ConnectorSettings.from(properties);
        this.beans = beans;
        this.published = published;
    }

    @Override
    public Path passwords() throws IOException {
        return known().files().passwords();
    }

    @Override
    public User login(String way, String name, String password, InetAddress from)
            throws RefusedException, IOException {
        Known found = known();
        try {
            Subject subject =
                    logins(found, way).login(name, password, Origin.of(from), Optional.empty());
            subject.getPrincipals().add(new ClientAddress(from.getHostAddress()));
            subject.setReadOnly();
            return new KnownUser(name, subject, found.rules(), found.guarded());
        } catch (LoginException e) {
            throw new RefusedException(REFUSAL);
        }
    }

    private synchronized Logins logins(Known found, String way) {
        return found.ways()
                .computeIfAbsent(way, any -> new Logins(way, found.passwords(), found.rules()));
    }

    private synchronized Known known() throws IOException {
        if (known.isEmpty()) {
            AccessFiles files = AccessFiles.inFirstOf(settings.folders());
            AccessRules rules = new AccessRules(files.access(), System::nanoTime);
            MBeanServerForwarder guarded = RoleGuard.of(rules, published);
            guarded.setMBeanServer(beans);
            known =
                    Optional.of(
                            new Known(
                                    files,
                                    new PasswordFile(files.passwords(), settings.hashes()),
                                    rules,
                                    guarded,
                                    new HashMap<>()));
        }
        return known.get();
    }
}
