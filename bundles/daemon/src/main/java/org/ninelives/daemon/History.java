package org.ninelives.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.HistoryEntry;
import org.ninelives.api.management.ReloadReport;

/**
 * What was loaded, and the texts to go back to. Safe for use by several threads.
 *
 * <p>Each configuration that runs knows which one ran before it. Going back makes a new entry with
 * the text of the old one and its past, so that going back again leads further.
 */
final class History {

    /** More than an operator reads. */
    static final int KEPT = 32;

    private final Deque<Past> latest = new ArrayDeque<>();
    private final Map<Long, RecordedFiles> texts = new HashMap<>();
    private final Map<Long, Long> previous = new HashMap<>();
    private Optional<Long> held = Optional.empty();
    private long last;
    private long running;

    /** Adds one that was not applied. */
    synchronized void addRefused(ReloadReport report, String by) {
        add(report, by);
    }

    /** Adds one that runs from now on, after what ran until now. */
    synchronized void addRunning(ReloadReport report, String by, RecordedFiles text) {
        long before = running;
        run(report, by, text);
        if (before != 0) {
            previous.put(running, before);
        }
        forgetOldest();
    }

    /** Adds a return to an earlier one, which runs from now on. */
    synchronized void addReturn(ReloadReport report, String by, RecordedFiles text, long to) {
        Optional<Long> before = Optional.ofNullable(previous.get(to));
        run(report, by, text);
        before.ifPresent(number -> previous.put(running, number));
        forgetOldest();
    }

    /** The number of what runs; 0 before the start. */
    synchronized long running() {
        return running;
    }

    /** The number of what ran before that. */
    synchronized Optional<Long> previous() {
        return Optional.ofNullable(previous.get(running));
    }

    /** What was read, if it was applied and is still kept. */
    synchronized Optional<RecordedFiles> text(long number) {
        return Optional.ofNullable(texts.get(number));
    }

    /** Does not forget this one until told so again. */
    synchronized void hold(Optional<Long> number) {
        held = number;
    }

    /** All that is kept, the latest first. */
    synchronized List<HistoryEntry> entries() {
        return latest.stream().map(past -> past.entry(past.number() == running)).toList();
    }

    private void run(ReloadReport report, String by, RecordedFiles text) {
        add(report, by);
        running = last;
        texts.put(last, text);
    }

    private void add(ReloadReport report, String by) {
        latest.addFirst(new Past(++last, report, by));
        forgetOldest();
    }

    /** However many were refused since, there is a way back. */
    private void forgetOldest() {
        while (latest.size() > KEPT) {
            Past oldest =
                    latest.reversed().stream()
                            .filter(past -> !isNeeded(past.number()))
                            .findFirst()
                            .orElseThrow();
            latest.remove(oldest);
            texts.remove(oldest.number());
            previous.remove(oldest.number());
            previous.values().removeIf(number -> number == oldest.number());
        }
    }

    private boolean isNeeded(long number) {
        return number == running
                || previous().filter(before -> before == number).isPresent()
                || held.filter(kept -> kept == number).isPresent();
    }
}
