package org.ninelives.check.http.settings;

import org.ninelives.api.configuration.UnreadableSecretException;

/** Finds passwords. */
@FunctionalInterface
public interface Secrets {

    /**
     * The password at a place, without the end of its line.
     *
     * @param place {@code file:PATH} or {@code env:VARIABLE}
     * @throws UnreadableSecretException if there is none, or others may read it
     */
    String read(String place) throws UnreadableSecretException;
}
