package org.ninelives.vrrp.settings;

import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;

/** {@code [COMMAND [USER [GROUP]]]} of a keyword that means something without a command too. */
final class CommandLaterType implements ArgumentType<Boolean> {

    @Override
    public Boolean parse(Arguments arguments) {
        if (arguments.hasNext()) {
            arguments.takeRaw();
            arguments.remark("the command is not run in this version");
        }
        return true;
    }

    @Override
    public String allowed() {
        return "[COMMAND [USER [GROUP]]]";
    }
}
