package org.ninelives.api.script;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Runs scripts: the only place that starts programs. Safe for use by several threads. */
@ProviderType
public interface Scripts {

    /**
     * Tells whether a script can be run: whether it exists and its user does, whether that user may
     * execute it, and whether others than root could change what would run as root. Reads the file
     * system and the user database; not for the thread of a loop.
     */
    ScriptVerdict inspect(Script script, ScriptRules rules);

    /**
     * Runs a script in a process group of its own, after all checks of {@link #inspect} have been
     * made again. Never throws, and returns at once; where too many run already it waits for its
     * turn, and its time does not begin to count before.
     *
     * @param told hears the outcome, exactly once, on a thread of the runner: also when the script
     *     could not be started, was ended by force, or when the runner stops. Shall return soon and
     *     may start another script.
     */
    ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told);
}
