package org.ninelives.notify.webhook.internal;

import java.nio.charset.StandardCharsets;
import org.ninelives.api.configuration.SecretFile;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.notify.webhook.settings.Secrets;

/** Reads secrets from files that are closed to others, and from the environment of the daemon. */
final class SecretsOnDisk implements Secrets {

    private static final int BYTES_MAX = 8192;

    @Override
    public String file(String path) throws UnreadableSecretException {
        return new String(SecretFile.read(path, BYTES_MAX), StandardCharsets.UTF_8).strip();
    }

    @Override
    public String environment(String name) throws UnreadableSecretException {
        String value = System.getenv(name);
        if (value == null) {
            throw new UnreadableSecretException(
                    name + " is not set in the environment of the daemon");
        }
        return value.strip();
    }
}
