package org.ninelives.api.script;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.CommandWords;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * A command, who runs it and in which group: {@code "/etc/notify.sh master" nobody nogroup}. A
 * command with arguments stands in quotes, so that user and group can follow it; what is within the
 * quotes is cut into words once more.
 */
public final class ScriptType implements ArgumentType<Script> {

    private static final int WORDS_MAX = 3;

    @Override
    public Script parse(Arguments arguments) throws InvalidArgumentException {
        if (!arguments.hasNext()) {
            throw InvalidArgumentException.missing("a command");
        }
        try {
            List<String> words = CommandWords.split(arguments.takeRaw());
            if (words.size() > WORDS_MAX) {
                arguments.remark(
                        words.get(WORDS_MAX)
                                + " is left out: only a user and a group follow a command; put a"
                                + " command with arguments in quotes");
            }
            return new Script(CommandWords.split(words.getFirst()), user(words));
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    private static Optional<ScriptUser> user(List<String> words) {
        return words.size() == 1
                ? Optional.empty()
                : Optional.of(ScriptUser.of(words.subList(1, Math.min(words.size(), WORDS_MAX))));
    }

    @Override
    public String allowed() {
        return "COMMAND [USER [GROUP]]";
    }
}
