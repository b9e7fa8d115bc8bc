package org.ninelives.api.script;

import java.util.List;
import org.ninelives.config.CommandWords;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * A command whose user is told by another keyword: {@code "/etc/check.sh --fast"}. A command with
 * arguments stands in quotes; what is within them is cut into words once more.
 */
public final class CommandType implements ArgumentType<List<String>> {

    @Override
    public List<String> parse(Arguments arguments) throws InvalidArgumentException {
        if (!arguments.hasNext()) {
            throw InvalidArgumentException.missing("a command");
        }
        try {
            List<String> words = CommandWords.split(arguments.takeRaw());
            if (words.size() > 1) {
                arguments.remark(
                        words.get(1)
                                + " stands outside of the command and is left out; put a command"
                                + " with arguments in quotes");
            }
            List<String> command = CommandWords.split(words.getFirst());
            if (command.isEmpty()) {
                throw InvalidArgumentException.missing("a command");
            }
            return command;
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    @Override
    public String allowed() {
        return "COMMAND";
    }
}
