package org.ninelives.ctl.command;

import java.time.Duration;
import java.util.Locale;
import org.ninelives.ctl.output.DurationConverter;
import picocli.CommandLine.Option;

/** How long an override holds. */
final class Term {

    /** What ends it besides its time. */
    enum Keeping {
        RELOAD,
        RESTART,
        REVERTED;

        /** As people write it, in the help and where a shell completes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "ends by itself after so long: 90s, 10m, 1h30m, 2d")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--until",
            paramLabel = "WHAT",
            defaultValue = "restart",
            description =
                    "what ends it besides: reload, restart, or reverted for nothing but 'revert'"
                            + " (default: ${DEFAULT-VALUE})")
    private Keeping until = Keeping.RESTART;

    /** 0 for no end. */
    long seconds() {
        return duration.toSeconds();
    }

    /** As the beans call it. */
    String lasting() {
        return "UNTIL_" + until.name().toUpperCase(Locale.ROOT);
    }
}
