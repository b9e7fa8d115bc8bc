package org.ninelives.api.script;

import org.osgi.annotation.versioning.ProviderType;

/** A run of a script that waits, runs or has ended. Safe for use by several threads. */
@ProviderType
public interface ScriptRun {

    /**
     * Ends it and everything it has started, by force if need be, and returns at once; the outcome
     * is told as ever. Does nothing once it has ended.
     */
    void kill();
}
