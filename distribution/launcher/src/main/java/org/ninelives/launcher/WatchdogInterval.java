package org.ninelives.launcher;

import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How often the service manager wants a sign of life, as sd_watchdog_enabled(3) finds it. */
final class WatchdogInterval {

    private static final Logger LOG = LoggerFactory.getLogger(WatchdogInterval.class);

    private WatchdogInterval() {}

    /**
     * The longest time between two signs, in microseconds; empty where nobody waits for any.
     *
     * @param environment answers the value of a variable, or {@code null}
     * @param pid of this process; a sign that is wanted of another one is not ours to give
     */
    static OptionalLong micros(UnaryOperator<String> environment, long pid) {
        String micros = environment.apply("WATCHDOG_USEC");
        String wanted = environment.apply("WATCHDOG_PID");
        if (micros == null || (wanted != null && !wanted.equals(Long.toString(pid)))) {
            return OptionalLong.empty();
        }
        if (!micros.matches("[1-9]\\d{0,17}")) {
            LOG.warn(
                    "WATCHDOG_USEC={}: no number of microseconds; the watchdog is not fed", micros);
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(micros));
    }
}
