package org.ninelives.check.http.internal;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.ninelives.api.configuration.SecretFile;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.check.http.settings.Secrets;

/** Reads passwords from variables, and from files that are closed to others. */
final class SecretsOfSystem implements Secrets {

    private static final int BYTES_MAX = 1024;
    private static final String FILE = "file:";
    private static final String ENVIRONMENT = "env:";

    private final UnaryOperator<String> environment;

    /**
     * With these variables.
     *
     * @param environment answers null for one that is not set
     */
    SecretsOfSystem(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    @Override
    public String read(String place) throws UnreadableSecretException {
        return place.startsWith(FILE)
                ? firstLine(place.substring(FILE.length()))
                : value(place.substring(ENVIRONMENT.length()));
    }

    private String value(String variable) throws UnreadableSecretException {
        String value = environment.apply(variable);
        if (value == null || value.isEmpty()) {
            throw new UnreadableSecretException(
                    "the daemon's environment has no variable " + variable);
        }
        return value;
    }

    private static String firstLine(String path) throws UnreadableSecretException {
        String content = new String(SecretFile.read(path, BYTES_MAX), StandardCharsets.UTF_8);
        String line = content.lines().findFirst().orElse("");
        if (line.isEmpty()) {
            throw new UnreadableSecretException(path + " has no password in its first line");
        }
        return line;
    }
}
