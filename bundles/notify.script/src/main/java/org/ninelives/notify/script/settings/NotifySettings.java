package org.ninelives.notify.script.settings;

import java.time.Duration;
import java.util.Map;
import org.ninelives.api.script.ScriptRules;

/**
 * How scripts and FIFOs are told.
 *
 * @param statesOnReload whether FIFOs are told all states after a reload
 * @param parallel whether scripts run side by side as keepalived's do, instead of one after another
 * @param timeout after which a script is ended by force; zero for never
 * @param stopLimit how long the scripts of the stop are waited for
 * @param preStopLimit how long those are waited for that run before the stop
 * @param rules what holds for all scripts
 */
public record NotifySettings(
        Map<FifoKind, FifoSettings> fifos,
        boolean statesOnReload,
        boolean parallel,
        Duration timeout,
        Duration stopLimit,
        Duration preStopLimit,
        ScriptRules rules) {

    /** Long enough to start a service, short enough for the next state to be told. */
    static final Duration TIMEOUT_DEFAULT = Duration.ofSeconds(60);

    /** As keepalived waits. */
    static final Duration STOP_LIMIT_DEFAULT = Duration.ofSeconds(1);

    static final Duration PRE_STOP_LIMIT_DEFAULT = Duration.ofSeconds(5);

    /** What holds where nothing is said. */
    public static final NotifySettings DEFAULT =
            new NotifySettings(
                    Map.of(),
                    false,
                    false,
                    TIMEOUT_DEFAULT,
                    STOP_LIMIT_DEFAULT,
                    PRE_STOP_LIMIT_DEFAULT,
                    ScriptRules.DEFAULT);

    public NotifySettings {
        fifos = Map.copyOf(fifos);
    }
}
