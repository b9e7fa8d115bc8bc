package org.ninelives.balancing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
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

    private static final Duration LIMIT = Duration.ofSeconds(40);

    // More than the longest of the pauses between checks in the scenarios.
    private static final Duration CALM = Duration.ofMillis(1200);
    private static final Duration POLL = Duration.ofMillis(200);

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
        ninelives = new Director(lab, lab.node("a"));
        keepalived = new Director(lab, lab.node("b"));
        List.of(ninelives, keepalived)
                .forEach(director -> director.startServers(scenario.servers()));
    }

    /**
     * Lets a step befall both, and waits until their tables have become equal.
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
        switch (step.outcome()) {
            case CHANGED ->
                    await(step, keepalived, "another table", table -> !table.equals(before));
            case UNCHANGED -> {}
            case AS_AFTER_RESTART -> keepalived.restart();
        }
        String expected = calm(keepalived);
        if (step.outcome() == Step.Outcome.UNCHANGED && !expected.equals(before)) {
            throw failure(step, keepalived, "the table as before:\n" + before);
        }
        await(step, ninelives, expected, expected::equals);
        if (!calm(ninelives).equals(expected)) {
            throw failure(step, ninelives, "to stay at\n" + expected);
        }
    }

    private void await(
            Step step, Director director, String expectation, Predicate<String> isExpected) {
        long endNanos = System.nanoTime() + LIMIT.toNanos();
        while (!isExpected.test(director.table())) {
            if (System.nanoTime() - endNanos >= 0) {
                throw failure(step, director, expectation);
            }
            pause();
        }
    }

    /** The table once it has not changed for a while. */
    private static String calm(Director director) {
        String table = director.table();
        long calmNanos = System.nanoTime();
        while (System.nanoTime() - calmNanos < CALM.toNanos()) {
            pause();
            String now = director.table();
            if (!now.equals(table)) {
                table = now;
                calmNanos = System.nanoTime();
            }
        }
        return table;
    }

    private AssertionError failure(Step step, Director director, String expectation) {
        return new AssertionError(
                "after \"%s\" expected of %s: %s%nbut it is%n%s%n%s"
                        .formatted(step, director, expectation, director.table(), lab.story()));
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
