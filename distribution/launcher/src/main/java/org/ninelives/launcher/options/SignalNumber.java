package org.ninelives.launcher.options;

import java.util.Arrays;
import java.util.List;

/** The signals scripts send to the daemon, by the names {@code --signum} knows. */
enum SignalNumber {
    STOP(15),
    RELOAD(1),
    DATA(10),
    STATS(12),
    STATS_CLEAR(63),
    JSON(36),
    TDUMP(64);

    private final int number;

    SignalNumber(int number) {
        this.number = number;
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    static int of(String name) throws UsageException {
        for (SignalNumber signal : values()) {
            if (signal.name().equals(name)) {
                return signal.number;
            }
        }
        throw new UsageException("signal '" + name + "' is none of " + String.join(", ", names()));
    }
}
