package org.ninelives.notify.script.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.script.ScriptUserType;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** A FIFO and whom it is made for: {@code /run/notify nobody nogroup}. */
final class FifoType implements ArgumentType<FifoSettings> {

    private static final ScriptUserType USER = new ScriptUserType();

    @Override
    public FifoSettings parse(Arguments arguments) throws InvalidArgumentException {
        String word = arguments.take("a path");
        // A relative path would depend on the folder the daemon happens to run in.
        if (!word.startsWith("/") || word.indexOf('\0') >= 0) {
            throw new InvalidArgumentException(
                    word + " is not an absolute path, such as /run/ninelives-notify");
        }
        Optional<ScriptUser> owner =
                arguments.hasNext() ? Optional.of(USER.parse(arguments)) : Optional.empty();
        return new FifoSettings(Path.of(word).normalize(), owner, Optional.empty());
    }

    @Override
    public String allowed() {
        return "PATH [USER [GROUP]]";
    }
}
