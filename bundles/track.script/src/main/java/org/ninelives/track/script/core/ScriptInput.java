package org.ninelives.track.script.core;

/** What happens to a script that is watched. */
public sealed interface ScriptInput {

    /** It is to be watched from now on. */
    record Begin() implements ScriptInput {}

    /** The deadline has come. */
    record Tick() implements ScriptInput {}

    /** The run has ended. */
    record Ended(RunResult result) implements ScriptInput {}

    /**
     * The settings are others now, the command and its user the same; what was known of it holds.
     */
    record Changed(ScriptTiming timing) implements ScriptInput {}
}
