package org.ninelives.vrrp.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.config.grammar.Values;

/** Reads how the kernel shall treat the thread of virtual routers. */
final class ThreadReader {

    private static final String THREAD_NAME = "keepalived_vrrp";
    private static final ThreadSettings DEFAULT = ThreadSettings.DEFAULT;

    private ThreadReader() {}

    static ThreadSettings read(Values globals) {
        Optional<String> usualName =
                globals.get(ThreadGrammar.PROCESS_NAMES)
                        ? Optional.of(THREAD_NAME)
                        : DEFAULT.threadName();
        return new ThreadSettings(
                globals.get(ThreadGrammar.PROCESS_NAME).or(DEFAULT::processName),
                globals.get(ThreadGrammar.VRRP_PROCESS_NAME).or(() -> usualName),
                globals.get(ThreadGrammar.VRRP_PRIORITY),
                globals.get(ThreadGrammar.VRRP_RT_PRIORITY)
                        .map(OptionalInt::of)
                        .orElse(DEFAULT.realTimePriority()),
                globals.get(ThreadGrammar.VRRP_RLIMIT_RTTIME)
                        .or(() -> globals.get(ThreadGrammar.VRRP_RLIMIT_RTIME))
                        .map(ThreadReader::micros)
                        .orElse(DEFAULT.realTimeTurnMax()),
                Math.max(0, globals.get(ThreadGrammar.MAX_AUTO_PRIORITY)),
                globals.get(ThreadGrammar.MIN_AUTO_PRIORITY_DELAY)
                        .map(ThreadReader::micros)
                        .orElse(DEFAULT.automaticPriorityDelay()),
                globals.get(ThreadGrammar.VRRP_CPU_AFFINITY),
                globals.get(ThreadGrammar.VRRP_NO_SWAP));
    }

    private static Duration micros(int count) {
        return Duration.of(count, ChronoUnit.MICROS);
    }
}
