package org.ninelives.api.configuration;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Reads passwords from variables, and from files that are closed to others. */
public final class SystemSecrets implements Secrets {

    private static final int BYTES_MAX = 1024;

    private final UnaryOperator<String> environment;

    /**
     * With these variables.
     *
     * @param environment answers null for one that is not set
     */
    SystemSecrets(UnaryOperator<String> environment) {
        this.environment = environment;
    }

    /** With those of this process. */
    public SystemSecrets() {
        this(System::getenv);
    }

    @Override
    public String read(Secret secret) throws UnreadableSecretException {
        return switch (secret) {
            case Secret.InEnvironment variable -> value(variable.variable());
            case Secret.InFile file -> firstLine(file.path());
        };
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
