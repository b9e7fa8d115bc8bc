package org.ninelives.api.script;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.CommandWords;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * A command, who runs it and in which group: {@code "/etc/notify.sh master" nobody nogroup}. A
 * command with arguments stands in quotes, so that user and group can follow it.
 */
public final class ScriptType implements ArgumentType<Script> {

    @Override
    public Script parse(Arguments arguments) throws InvalidArgumentException {
        if (!arguments.hasNext()) {
            throw InvalidArgumentException.missing("a command");
        }
        try {
            List<String> words = CommandWords.split(arguments.takeRaw());
            Optional<ScriptUser> user =
                    words.size() < 2
                            ? Optional.empty()
                            : Optional.of(
                                    new ScriptUser(
                                            words.get(1),
                                            words.size() < 3
                                                    ? Optional.empty()
                                                    : Optional.of(words.get(2))));
            if (words.size() > 3) {
                arguments.remark(
                        "after user and group nothing can follow; put a command with arguments in"
                                + " quotes");
            }
            return new Script(CommandWords.split(words.getFirst()), user);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    @Override
    public String allowed() {
        return "COMMAND [USER [GROUP]]";
    }
}
