package org.ninelives.track.file.settings;

import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** What a file holds at first: {@code [VALUE] [overwrite]}, in any order as with keepalived. */
final class InitialType implements ArgumentType<FileSettings.Initial> {

    /** More than this times any weight but 0 is a fault, or the most that can be added. */
    private static final int SENSIBLE_MAX = 254;

    private static final ArgumentType<Integer> NUMBER =
            ArgumentTypes.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);

    @Override
    public FileSettings.Initial parse(Arguments arguments) throws InvalidArgumentException {
        int value = 0;
        boolean overwrite = false;
        while (arguments.hasNext()) {
            if (arguments.peek().filter("overwrite"::equals).isPresent()) {
                arguments.take("overwrite");
                overwrite = true;
            } else {
                value = NUMBER.parse(arguments);
            }
        }
        if (Math.abs((long) value) > SENSIBLE_MAX) {
            arguments.remark(
                    value + " is outside of -254..254, and no different from the nearer of them");
        }
        return new FileSettings.Initial(value, overwrite);
    }

    @Override
    public String allowed() {
        return "[" + NUMBER.allowed() + "] [overwrite]";
    }
}
