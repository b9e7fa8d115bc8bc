package org.ninelives.dropin.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.ninelives.dropin.core.DroppedFiles.Job;

/**
 * A folder to which somebody copies, slowly and quickly, what is good, broken or does not come to
 * an end, on a machine whose disk is full now and then. Checks after each step what must always
 * hold.
 */
final class SimulatedFolder {

    private static final long STEP = Duration.ofMillis(500).toNanos();
    private static final int FILES = 4;

    /** What is in a file. */
    private enum Content {
        GOOD,
        BROKEN,
        CUT,
        HANGS
    }

    private record Written(Stamp stamp, Content content) {}

    private record Pending(Job job, Written written, long endsAt) {}

    private final SplittableRandom random;
    private final Map<String, Written> folder = new TreeMap<>();
    private final Map<String, Written> bundles = new HashMap<>();
    private final Map<String, Pending> pending = new TreeMap<>();
    private final Map<String, String> lastTold = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final DroppedFiles files = new DroppedFiles(this::tell);
    private long now;
    private long writes;
    private boolean diskFull;
    private boolean isQuiet;

    SimulatedFolder(long seed) {
        random = new SplittableRandom(seed);
    }

    void run(int steps) {
        for (int i = 0; i < steps; i++) {
            disturb();
            step();
        }
    }

    /** Nothing happens any more, what hung comes to its end, and there is room on the disk. */
    void settle(int seconds) {
        isQuiet = true;
        diskFull = false;
        for (int i = 0; i < 2 * seconds; i++) {
            step();
        }
    }

    private void disturb() {
        String name = "f" + random.nextInt(FILES) + ".jar";
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> write(name);
            case 3 -> {
                folder.remove(name);
                lastTold.remove(name); // what comes after it is another file
            }
            case 4 -> diskFull = !diskFull;
            case 5 -> files.hurry(now);
            case 6 -> files.noteFallen(name);
            default -> {}
        }
    }

    private void write(String name) {
        writes++;
        Content content = Content.values()[random.nextInt(Content.values().length)];
        folder.put(name, new Written(new Stamp(writes, writes, writes, 1), content));
    }

    private void step() {
        now += STEP;
        Map<String, Stamp> listing = new TreeMap<>();
        folder.forEach((name, written) -> listing.put(name, written.stamp()));
        files.look(now, listing);
        files.tick(now).forEach(this::interrupt);
        endThose();
        while (true) {
            var next = files.next(now);
            if (next.isEmpty()) {
                break;
            }
            begin(next.get());
            endThose();
        }
        check();
    }

    private void begin(Job job) {
        if (pending.containsKey(job.file())) {
            violations.add("two works at " + job.file());
        }
        Written written = folder.get(job.file());
        boolean hangs = written != null && written.content() == Content.HANGS;
        long takes = hangs ? random.nextInt(60) * STEP : random.nextInt(3) * STEP / 2;
        pending.put(job.file(), new Pending(job, written, now + takes));
    }

    private void interrupt(String name) {
        pending.computeIfPresent(
                name, (same, work) -> new Pending(work.job(), work.written(), now));
    }

    private void endThose() {
        for (String name : List.copyOf(pending.keySet())) {
            if (now - pending.get(name).endsAt() >= 0 || isQuiet) {
                end(pending.remove(name));
            }
        }
    }

    private void end(Pending work) {
        String name = work.job().file();
        Outcome outcome =
                switch (work.job().work()) {
                    case REMOVE -> {
                        bundles.remove(name);
                        yield new Outcome.Gone("is gone");
                    }
                    case STOP -> new Outcome.Stopped();
                    case TAKE -> take(name, work.written());
                };
        files.end(now, name, outcome, bundles.containsKey(name));
    }

    private Outcome take(String name, Written written) {
        if (diskFull) {
            return new Outcome.Passing("disk full");
        }
        return switch (written.content()) {
            case BROKEN -> new Outcome.Refused("broken");
            case CUT -> new Outcome.Incomplete("cut");
            case GOOD, HANGS -> {
                bundles.put(name, written);
                yield new Outcome.Running("is started");
            }
        };
    }

    private void check() {
        long held =
                pending.keySet().stream()
                        .filter(name -> files.state(now, name) != FileState.BLOCKED)
                        .count();
        if (held > 1) {
            violations.add("two works at once");
        }
    }

    private void tell(boolean bad, String text) {
        String name = text.substring(0, text.indexOf(' '));
        if (text.equals(lastTold.put(name, text)) && bad) {
            violations.add("told twice: " + text);
        }
    }

    /** What is not as it should be, now that all is quiet. */
    List<String> differences() {
        List<String> differences = new ArrayList<>(violations);
        folder.forEach(
                (name, written) -> {
                    boolean usable =
                            written.content() == Content.GOOD || written.content() == Content.HANGS;
                    if (usable && !written.equals(bundles.get(name))) {
                        differences.add(name + " is not what runs");
                    }
                    if (usable != (files.state(now, name) == FileState.ACTIVE)) {
                        differences.add(name + " is " + files.state(now, name));
                    }
                });
        bundles.keySet().stream()
                .filter(name -> !folder.containsKey(name))
                .forEach(name -> differences.add(name + " has gone and runs"));
        return differences;
    }

    @Override
    public String toString() {
        return "folder " + folder + ", bundles " + bundles;
    }
}
