package org.ninelives.management.access;

import javax.management.remote.JMXAuthenticator;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginException;

/**
 * Asks clients of the connector who they are. Runs on the thread of the client's connection, which
 * is the only one that a late answer holds up.
 */
final class LoginCheck implements JMXAuthenticator {

    /** What a client is told, whatever the reason: it shall not learn which users there are. */
    private static final String REFUSAL =
            "Authentication failed! Wrong user, password or certificate";

    private final Logins logins;

    LoginCheck(PasswordFile passwords, AccessRules rules) {
        logins = new Logins("JMX", passwords, rules);
    }

    @Override
    public Subject authenticate(Object credentials) {
        ClientConnection connection =
                ClientConnection.current()
                        .orElseThrow(() -> new SecurityException("not in a remote call"));
        Origin origin = Origin.of(connection.getInetAddress());
        if (!(credentials instanceof String[] words)
                || words.length != 2
                || words[0] == null
                || words[1] == null) {
            logins.refuse(user(credentials), origin, "no user and password given");
            throw new SecurityException(REFUSAL);
        }
        try {
            Subject subject = logins.login(words[0], words[1], origin, connection.certificate());
            subject.setReadOnly();
            return subject;
        } catch (LoginException e) {
            throw new SecurityException(REFUSAL);
        }
    }

    private static String user(Object credentials) {
        return credentials instanceof String[] words && words.length > 0 && words[0] != null
                ? words[0]
                : "";
    }
}
