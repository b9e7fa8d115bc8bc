package org.ninelives.api.script;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Who runs a script: {@code nobody}, {@code nobody nogroup}, {@code nobody:nogroup}. */
public final class ScriptUserType implements ArgumentType<ScriptUser> {

    @Override
    public ScriptUser parse(Arguments arguments) throws InvalidArgumentException {
        List<String> words = new ArrayList<>();
        words.add(arguments.take("a user"));
        if (arguments.hasNext()) {
            words.add(arguments.take("a group"));
        }
        try {
            return ScriptUser.of(words);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    @Override
    public String allowed() {
        return "USER [GROUP]";
    }
}
