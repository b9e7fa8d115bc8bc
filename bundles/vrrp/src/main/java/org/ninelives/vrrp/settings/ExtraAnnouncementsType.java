package org.ninelives.vrrp.settings;

import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * {@code [all] SECONDS} of {@code garp_extra_if}.
 *
 * @param min the least number of seconds
 */
record ExtraAnnouncementsType(String min) implements ArgumentType<ExtraAnnouncements> {

    private static final String ALL = "all";
    private static final String SECONDS_MAX = "86400";

    @Override
    public ExtraAnnouncements parse(Arguments arguments) throws InvalidArgumentException {
        boolean all = arguments.peek().filter(ALL::equals).isPresent();
        if (all) {
            arguments.take(ALL);
        }
        return new ExtraAnnouncements(
                ArgumentTypes.seconds(min, SECONDS_MAX).parse(arguments), all);
    }

    @Override
    public String allowed() {
        return "[all] " + min + ".." + SECONDS_MAX + " seconds";
    }
}
