package org.ninelives.management.access;

import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXAuthenticator;
import javax.management.remote.JMXPrincipal;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.ninelives.management.audit.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a client in who knows the password of a user with a role and, where certificates are asked
 * for, shows one made out to that very user. Runs on the thread of the client's connection, which
 * is the only one that a late answer holds up.
 */
final class LoginCheck implements JMXAuthenticator {

    private static final Logger LOG = LoggerFactory.getLogger(LoginCheck.class);

    /** What a client is told, whatever the reason: it shall not learn which users there are. */
    private static final String REFUSAL =
            "Authentication failed! Wrong user, password or certificate";

    private final PasswordFile passwords;
    private final AccessRules rules;
    private final FailedLogins failures = new FailedLogins();
    private final Seldom seldom = new Seldom(System::nanoTime);

    LoginCheck(PasswordFile passwords, AccessRules rules) {
        this.passwords = passwords;
        this.rules = rules;
    }

    @Override
    public Subject authenticate(Object credentials) {
        ClientConnection connection =
                ClientConnection.current()
                        .orElseThrow(() -> new SecurityException("not in a remote call"));
        Origin origin = Origin.of(connection.getInetAddress());
        String user = user(credentials);
        try {
            Subject subject = check(connection, credentials);
            LOG.info("JMX: {} logged in from {}", Shown.word(user), origin.text());
            return subject;
        } catch (LoginException e) {
            refuse(user, origin, e.getMessage());
            throw new SecurityException(REFUSAL);
        }
    }

    private Subject check(ClientConnection connection, Object credentials) throws LoginException {
        if (!(credentials instanceof String[] words)
                || words.length != 2
                || words[0] == null
                || words[1] == null) {
            throw new FailedLoginException("no user and password given");
        }
        String user = words[0];
        Subject subject = passwords.login(user, words[1]);
        if (rules.roleOf(user).isEmpty()) {
            throw new FailedLoginException("jmx.access gives this user no role");
        }
        // A certificate opens the door for its holder alone, not for all whose password they know.
        if (connection.certificate().isPresent()
                && !CertificateUser.of(connection.certificate().get()).equals(user)) {
            throw new FailedLoginException("the certificate is not made out to this user");
        }
        subject.getPrincipals().removeIf(principal -> !(principal instanceof JMXPrincipal));
        subject.setReadOnly();
        return subject;
    }

    private static String user(Object credentials) {
        return credentials instanceof String[] words && words.length > 0 && words[0] != null
                ? words[0]
                : "";
    }

    private void refuse(String user, Origin origin, String reason) {
        FailedLogins.Failure failure = failures.failed(origin, System.nanoTime());
        seldom.tell(Shown.word(user) + " " + origin.text())
                .ifPresent(
                        leftOut ->
                                LOG.warn(
                                        "JMX login of {} from {} refused: {}; {} failed from there"
                                                + " lately, the answer waits {} ms",
                                        Shown.word(user),
                                        origin.text(),
                                        reason,
                                        failure.count(),
                                        failure.delayMillis()));
        try {
            TimeUnit.MILLISECONDS.sleep(failure.delayMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
