package org.ninelives.daemon;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ninelives.api.management.ReloadReport;

/**
 * Tells the service manager how it is going, in the words of sd_notify(3). A reload that was
 * refused leaves the service ready, so its result stands in the status and in the error number.
 */
final class ServiceManager {

    private static final int EINVAL = 22;

    /** Longer than a line of a terminal; a manager takes no endless ones. */
    private static final int STATUS_MAX = 500;

    private static final long MICRO_NANOS = 1_000;

    private final Consumer<String> messages;
    private final LongSupplier nanoClock;

    /**
     * Tells nothing yet.
     *
     * @param messages takes lines of assignments, and fails never
     * @param nanoClock CLOCK_MONOTONIC, which System.nanoTime is on Linux
     */
    ServiceManager(Consumer<String> messages, LongSupplier nanoClock) {
        this.messages = messages;
        this.nanoClock = nanoClock;
    }

    /** The first configuration is applied. */
    void started(long pid, ReloadReport report) {
        messages.accept("READY=1\nMAINPID=" + pid + "\n" + status(report));
    }

    /** A reload begins. */
    void reloading() {
        messages.accept(
                "RELOADING=1\nMONOTONIC_USEC="
                        + nanoClock.getAsLong() / MICRO_NANOS
                        + "\nSTATUS=Reloading");
    }

    /** A reload is done, or was refused. */
    void ready(ReloadReport report) {
        boolean refused = report.result().equals(Reports.REFUSED);
        messages.accept("READY=1\n" + status(report) + "\nERRNO=" + (refused ? EINVAL : 0));
    }

    private static String status(ReloadReport report) {
        String text =
                (report.result().equals(Reports.REFUSED)
                                ? "Reload refused, what ran runs on: "
                                : "Running, ")
                        + report.summary();
        String line = text.replaceAll("\\s+", " ");
        return "STATUS=" + line.substring(0, Math.min(line.length(), STATUS_MAX));
    }
}
