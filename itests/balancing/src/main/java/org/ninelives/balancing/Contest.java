package org.ninelives.balancing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Pairing;

/**
 * Ninelives and keepalived, each on a director of its own, that the same things befall; after each
 * step the kernel's table of the one must become that of the other.
 */
public final class Contest implements AutoCloseable {
    // With keepalived-keepalived the scenarios tell about themselves.
    private static final Pairing PAIRING =
            Pairing.parse(System.getProperty("balancing.pairing", "ninelives-keepalived"));

    private static final Duration LIMIT = Duration.ofMinutes(2);

    // More than the longest of the pauses between checks in the scenarios.
    private static final Duration CALM = Duration.ofMillis(1200);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Lab lab;
    private final Director ninelives;
    private final Director keepalived;
    private boolean isRunning;

    /** Builds both directors, with servers that answer; no daemon runs yet. */
    public Contest(Scenario scenario) {
        lab =
                Lab.open(
                        Path.of("src/test/resources/labs/tables").toAbsolutePath(),
                        PAIRING,
                        Path.of("target/labs", scenario.name()).toAbsolutePath());
        ninelives = new Director(lab, lab.node("a"), lab.node("b"));
        keepalived = new Director(lab, lab.node("b"), lab.node("a"));
        List.of(ninelives, keepalived).forEach(director -> director.startServers(scenario));
    }

    /**
     * Lets a step befall both, and waits until their tables are equal and stay so.
     *
     * @throws AssertionError when they do not, or when the step makes of the table of keepalived
     *     something else than the scenario says
     */
    public void play(Step step) {
        String before = keepalived.table();
        ninelives.perform(step);
        keepalived.perform(step);
        isRunning |= step.deed() == Step.Deed.START;
        if (!isRunning) {
            return;
        }
        if (step.outcome() == Step.Outcome.AS_AFTER_RESTART) {
            keepalived.restart();
        }
        awaitAgreement(step, before);
    }

    private void awaitAgreement(Step step, String before) {
        boolean isToChange = step.outcome() != Step.Outcome.UNCHANGED;
        long endNanos = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            awaitCalm(endNanos);
            String theirs = keepalived.table();
            String ours = ninelives.table();
            if (ours.equals(theirs) && isToChange != theirs.equals(before)) {
                return;
            }
            if (System.nanoTime() - endNanos >= 0) {
                throw new AssertionError(
                        "after \"%s\" the tables are not equal%s%n%s:%n%s%n%s:%n%s%n%s"
                                .formatted(
                                        step,
                                        isToChange ? ", or as before" : ", or not as before",
                                        keepalived,
                                        theirs,
                                        ninelives,
                                        ours,
                                        lab.story()));
            }
        }
    }

    /** Waits until no service and no server has changed for a while. */
    private void awaitCalm(long endNanos) {
        String last = "";
        long calmNanos = System.nanoTime();
        while (System.nanoTime() - calmNanos < CALM.toNanos() && System.nanoTime() - endNanos < 0) {
            String now = keepalived.services() + ninelives.services();
            if (!now.equals(last)) {
                last = now;
                calmNanos = System.nanoTime();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a table", e);
        }
    }

    @Override
    public void close() {
        lab.close();
    }
}
