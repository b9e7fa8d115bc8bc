package org.ninelives.daemon;

import java.util.Collection;
import java.util.Comparator;
import org.ninelives.config.Problem;
import org.ninelives.config.Severity;

/** The statuses with which the process ends; the numbers are keepalived's. */
final class ExitStatus {

    static final int NORMAL = 0;

    /** Cannot start: another copy runs, or nothing of the configuration could be applied. */
    static final int FATAL = 1;

    /** There is a configuration, and because of its errors nothing of it can run. */
    static final int CONFIGURATION = 2;

    /** A privilege of the process is missing. */
    static final int PERMISSION = 4;

    /** There is no configuration: no file, no regular file, or none that can be read. */
    static final int NO_CONFIGURATION = 6;

    /**
     * What a configuration test can find, from best to worst; the worst decides the status.
     *
     * <p>keepalived reports the highest number it meets, which hides a configuration that cannot
     * run behind one with spelling mistakes. The order here is how much of the configuration is
     * lost. A missing argument is worst because keepalived reads nothing that follows it.
     */
    enum Finding {
        FINE(0),
        ERRORS(5),
        SCRIPT_SECURITY(6),
        CANNOT_RUN(4),
        MISSING_ARGUMENT(2);

        private final int status;

        Finding(int status) {
            this.status = status;
        }

        private static Finding of(Problem problem) {
            return switch (problem.kind()) {
                case SKIPPED -> problem.severity() == Severity.ERROR ? ERRORS : FINE;
                case SCRIPT_SECURITY -> SCRIPT_SECURITY;
                case CANNOT_RUN -> CANNOT_RUN;
                case MISSING_ARGUMENT -> MISSING_ARGUMENT;
            };
        }
    }

    private ExitStatus() {}

    /**
     * The status of a configuration test.
     *
     * @param readable whether there was a file to test
     */
    static int ofTest(boolean readable, Collection<Problem> problems) {
        if (!readable) {
            return Finding.CANNOT_RUN.status;
        }
        return problems.stream()
                .map(Finding::of)
                .max(Comparator.naturalOrder())
                .orElse(Finding.FINE)
                .status;
    }
}
