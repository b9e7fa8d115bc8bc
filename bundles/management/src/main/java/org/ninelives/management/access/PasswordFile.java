package org.ninelives.management.access;

import java.nio.file.Path;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** Checks passwords against {@code jmx.password} with the JDK's own module, which knows hashes. */
final class PasswordFile {

    private static final String MODULE = "com.sun.jmx.remote.security.FileLoginModule";

    private final Configuration configuration;

    /**
     * Reads nothing yet: the file is read for each login.
     *
     * @param hashes whether passwords in the clear are replaced by hashes
     */
    PasswordFile(Path file, boolean hashes) {
        AppConfigurationEntry module =
                new AppConfigurationEntry(
                        MODULE,
                        AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
                        Map.of(
                                "passwordFile",
                                file.toString(),
                                "hashPasswords",
                                Boolean.toString(hashes)));
        configuration =
                new Configuration() {
                    @Override
                    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                        return new AppConfigurationEntry[] {module};
                    }
                };
    }

    /**
     * Who this is.
     *
     * @throws LoginException if the password is not that of the user, or the file cannot be read
     */
    Subject login(String user, String password) throws LoginException {
        LoginContext login =
                new LoginContext(
                        "ninelives",
                        null,
                        callbacks -> answer(callbacks, user, password),
                        configuration);
        login.login();
        return login.getSubject();
    }

    private static void answer(Callback[] callbacks, String user, String password)
            throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            switch (callback) {
                case NameCallback name -> name.setName(user);
                case PasswordCallback secret -> secret.setPassword(password.toCharArray());
                default -> throw new UnsupportedCallbackException(callback);
            }
        }
    }
}
