package org.ninelives.bfd.engine;

import java.util.concurrent.TimeUnit;
import org.ninelives.bfd.core.Diagnostic;
import org.ninelives.bfd.core.Effect;
import org.ninelives.bfd.core.State;

/** The log lines of a session, as keepalived words them. */
final class Words {

    private Words() {}

    static String of(String session, Effect.StateChanged change) {
        String entering = "(%s) Entering %s state".formatted(session, change.to().word());
        return change.to() == State.DOWN
                ? "%s (Local diagnostic - %s, Remote diagnostic - %s)"
                        .formatted(
                                entering,
                                change.diagnostic().text(),
                                Diagnostic.text(change.remoteDiagnostic()))
                : entering;
    }

    static String of(String session, Effect.Expired expired) {
        return "(%s) Expired after %d ms (%d usec overdue)"
                .formatted(
                        session,
                        TimeUnit.NANOSECONDS.toMillis(expired.silentNanos()),
                        TimeUnit.NANOSECONDS.toMicros(expired.overdueNanos()));
    }

    static String of(String session, Effect.DetectionTimeChanged change) {
        return "(%s) Detection time is %d ms (was %d ms)"
                .formatted(
                        session,
                        TimeUnit.MICROSECONDS.toMillis(change.afterMicros()),
                        TimeUnit.MICROSECONDS.toMillis(change.beforeMicros()));
    }

    /** Why a session left Up, with the neighbour's reason where that is the cause. */
    static String reason(Effect.StateChanged change) {
        return change.diagnostic() == Diagnostic.NEIGHBOUR_SIGNALED_DOWN
                ? "%s, because of: %s"
                        .formatted(
                                change.diagnostic().text(),
                                Diagnostic.text(change.remoteDiagnostic()))
                : change.diagnostic().text();
    }
}
