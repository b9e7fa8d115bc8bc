package org.ninelives.management.access;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXPrincipal;
import javax.security.auth.Subject;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.ninelives.management.audit.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets somebody in who knows the password of a user with a role and, where a certificate was asked
 * for, shows one made out to that very user. Who does not waits, on the thread that asks. Safe for
 * use by several threads.
 */
final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final String way;
    private final PasswordFile passwords;
    private final AccessRules rules;
    private final FailedLogins failures = new FailedLogins();
    private final Seldom seldom = new Seldom(System::nanoTime);

    /**
     * Nobody has failed yet.
     *
     * @param way by which they come, such as {@code JMX}
     */
    Logins(String way, PasswordFile passwords, AccessRules rules) {
        this.way = way;
        this.passwords = passwords;
        this.rules = rules;
    }

    /**
     * Who this is.
     *
     * @param certificate the one shown, where one was asked for
     * @throws LoginException after a while, if they may not come in; the message is for the
     *     operator
     */
    Subject login(
            String user, String password, Origin origin, Optional<X509Certificate> certificate)
            throws LoginException {
        try {
            Subject subject = check(user, password, certificate);
            LOG.info("{}: {} logged in from {}", way, Shown.word(user), origin.text());
            return subject;
        } catch (LoginException e) {
            refuse(user, origin, e.getMessage());
            throw e;
        }
    }

    private Subject check(String user, String password, Optional<X509Certificate> certificate)
            throws LoginException {
        Subject subject = passwords.login(user, password);
        if (rules.roleOf(user).isEmpty()) {
            throw new FailedLoginException("jmx.access gives this user no role");
        }
        // A certificate opens the door for its holder alone, not for all whose password they know.
        if (certificate.isPresent() && !CertificateUser.of(certificate.get()).equals(user)) {
            throw new FailedLoginException("the certificate is not made out to this user");
        }
        subject.getPrincipals().removeIf(principal -> !(principal instanceof JMXPrincipal));
        return subject;
    }

    /** Counts a login that failed, tells of it now and then, and waits. */
    void refuse(String user, Origin origin, String reason) {
        FailedLogins.Failure failure = failures.failed(origin, System.nanoTime());
        seldom.tell(Shown.word(user) + " " + origin.text())
                .ifPresent(
                        leftOut ->
                                LOG.warn(
                                        "{} login of {} from {} refused: {}; {} failed from there"
                                                + " lately, the answer waits {} ms",
                                        way,
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
