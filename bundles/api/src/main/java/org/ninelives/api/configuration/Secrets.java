package org.ninelives.api.configuration;

/** Finds passwords. */
@FunctionalInterface
public interface Secrets {

    /**
     * The password, without the end of its line.
     *
     * @throws UnreadableSecretException if there is none, or others may read it
     */
    String read(Secret secret) throws UnreadableSecretException;
}
