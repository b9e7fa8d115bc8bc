package org.ninelives.script.check;

import java.util.List;

/**
 * A script that was found fit to be run.
 *
 * @param words the program by its full path, and its arguments
 * @param doubts what is not quite right about it, sentences for the operator
 */
public record RunnableScript(List<String> words, Identity identity, List<String> doubts) {

    public RunnableScript {
        words = List.copyOf(words);
        doubts = List.copyOf(doubts);
    }
}
