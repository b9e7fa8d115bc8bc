package org.ninelives.ctl.command;

import java.time.Duration;
import java.util.List;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.ctl.output.DurationConverter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reload}. */
@Command(
        name = "reload",
        description = "Reads the configuration again and applies it; ends with 1 if it is refused.")
public final class Reload extends Reloading {

    /** What is asked for besides; one of them. */
    static final class Care {
        @Option(
                names = "--expect",
                paramLabel = "HASH",
                description = "only if the files still hold what 'plan' showed")
        private String hash = "";

        @ArgGroup(exclusive = false)
        private Guard guard;
    }

    /** What must not happen, and for how long it is watched. */
    static final class Guard {
        @Option(
                names = "--guard",
                required = true,
                paramLabel = "DURATION",
                converter = DurationConverter.class,
                description =
                        "goes back by itself if within so long something happens that must not")
        private Duration time = Duration.ZERO;

        @Option(
                names = "--against",
                paramLabel = "WHAT",
                split = ",",
                description =
                        "what must not happen: fault, mastership, quorum (default: fault and"
                                + " quorum)")
        private List<String> what = List.of();
    }

    @ArgGroup(exclusive = true)
    private Care care = new Care();

    @Override
    ReloadReport report(ConfigurationMXBean configuration) {
        if (care.guard != null) {
            return configuration.reloadGuarded(
                    String.join(" ", care.guard.what), care.guard.time.toSeconds());
        }
        return care.hash.isEmpty() ? configuration.reload() : configuration.reload(care.hash);
    }
}
