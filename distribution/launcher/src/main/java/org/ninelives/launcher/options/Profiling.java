package org.ninelives.launcher.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** From when on {@code --perf} has the daemon recorded; it always is to the end. */
public enum Profiling {
    /** From the first moment. */
    ALL,
    /** Once a configuration is in force. */
    RUN,
    /** Once the end was asked for. */
    END;

    /** Reads {@code all}, {@code run} or {@code end}; without a word it is {@code run}. */
    static Profiling of(String word) throws UsageException {
        if (word.isEmpty()) {
            return RUN;
        }
        List<String> names = Arrays.stream(values()).map(Profiling::word).toList();
        int place = names.indexOf(word);
        if (place < 0) {
            throw new UsageException(
                    "--perf: '" + word + "' is none of " + String.join(", ", names));
        }
        return values()[place];
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
