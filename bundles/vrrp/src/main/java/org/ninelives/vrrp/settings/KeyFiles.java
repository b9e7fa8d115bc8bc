package org.ninelives.vrrp.settings;

import org.ninelives.api.configuration.UnreadableSecretException;

/** Reads the files that hold secret keys. */
@FunctionalInterface
public interface KeyFiles {

    /** Where there are no files: every path is refused. */
    KeyFiles NONE =
            path -> {
                throw new UnreadableSecretException(path + " cannot be read here");
            };

    /**
     * The whole file.
     *
     * @throws UnreadableSecretException if it cannot be read, or others than its owner may read it;
     *     the message tells the operator what to do
     */
    byte[] content(String path) throws UnreadableSecretException;
}
