package org.ninelives.check.misc;

import java.time.Duration;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;

/**
 * A command whose exit status tells how a server is.
 *
 * @param timeout how long it may run
 * @param dynamic whether a status from 2 on is a weight
 */
record MiscCommand(Script script, ScriptRules rules, Duration timeout, boolean dynamic) {

    /** What the log of keepalived calls it. */
    String label() {
        return "Misc check by [" + script.path() + "]";
    }
}
