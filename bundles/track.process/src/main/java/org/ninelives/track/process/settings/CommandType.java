package org.ninelives.track.process.settings;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** A program and its parameters; quotes keep blanks together. */
final class CommandType implements ArgumentType<List<String>> {

    @Override
    public List<String> parse(Arguments arguments) throws InvalidArgumentException {
        List<String> words = new ArrayList<>();
        words.add(arguments.take("the name of a process"));
        while (arguments.hasNext()) {
            words.add(arguments.take("a parameter"));
        }
        if (words.getFirst().isEmpty() || words.getFirst().endsWith("/")) {
            throw new InvalidArgumentException(
                    "\"" + words.getFirst() + "\" is not the name of a process");
        }
        return words;
    }

    @Override
    public String allowed() {
        return "NAME|PATH [PARAMETER ...]";
    }
}
