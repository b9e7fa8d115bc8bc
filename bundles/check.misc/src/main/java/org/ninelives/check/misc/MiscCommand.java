package org.ninelives.check.misc;

import java.time.Duration;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;

/**
 * A command whose exit status tells how a server is.
 *
 * @param timeout how long it may run
 * @param dynamic whether a status from 2 on is a weight
 */
record MiscCommand(Script script, ScriptRules rules, Duration timeout, boolean dynamic) {

    /** How sentences about it begin. */
    private static final String BEGINNING = "Misc check ";

    /** What it is called where it is not said whose check it is. */
    String label() {
        return BEGINNING + "by [" + script.path() + "]";
    }

    /** The same sentence about one server, as the log of keepalived has it. */
    static String of(CheckKey check, String sentence) {
        return sentence.startsWith(BEGINNING)
                ? BEGINNING
                        + "for ["
                        + check.realServer()
                        + " VS "
                        + check.virtualServer()
                        + "] "
                        + sentence.substring(BEGINNING.length())
                : sentence;
    }
}
