package org.ninelives.notify.webhook.settings;

import org.ninelives.api.configuration.UnreadableSecretException;

/** Where secrets are kept that do not belong into the configuration. */
public interface Secrets {

    /**
     * The text of a file, without blanks at its ends.
     *
     * @throws UnreadableSecretException with what to do
     */
    String file(String path) throws UnreadableSecretException;

    /**
     * The text of a variable of the environment.
     *
     * @throws UnreadableSecretException if it is not set
     */
    String environment(String name) throws UnreadableSecretException;
}
