package org.ninelives.track.script.core;

import org.ninelives.api.track.Finding;

/** What is to be done about a script. */
public sealed interface ScriptEffect {

    /** It shall be started now. */
    record Run() implements ScriptEffect {}

    /** It was time, and the run before has not ended. */
    record Skipped() implements ScriptEffect {}

    /** Something else is known of it than before. */
    record Found(Finding.Known finding) implements ScriptEffect {}
}
