package org.ninelives.api.script;

import java.util.List;

/**
 * Whether a script can be run.
 *
 * @param usable whether it may be and can be run as things are now
 * @param sentences why not, or what is doubtful about it; for the log
 */
public record ScriptVerdict(boolean usable, List<String> sentences) {

    public ScriptVerdict {
        sentences = List.copyOf(sentences);
    }
}
