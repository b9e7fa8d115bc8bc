package org.ninelives.track.script.settings;

import java.time.Duration;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** A time between runs; 0 becomes a second, as keepalived has it. */
final class IntervalType implements ArgumentType<Duration> {

    private static final Duration MIN = Duration.ofMillis(1);

    /** What keepalived can count, in seconds. */
    private static final ArgumentType<Long> SECONDS = ArgumentTypes.seconds("0", "4294");

    @Override
    public Duration parse(Arguments arguments) throws InvalidArgumentException {
        String word = arguments.peek().orElse("");
        Duration interval = Duration.ofNanos(SECONDS.parse(arguments));
        if (interval.isZero()) {
            arguments.remark("an interval of " + word + " becomes 1 second");
            return Duration.ofSeconds(1);
        }
        if (interval.compareTo(MIN) < 0) {
            throw new InvalidArgumentException(word + " is not in " + allowed());
        }
        return interval;
    }

    @Override
    public String allowed() {
        return "0.001..4294 seconds";
    }
}
