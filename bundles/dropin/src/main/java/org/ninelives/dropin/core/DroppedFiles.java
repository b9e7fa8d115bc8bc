package org.ninelives.dropin.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of the folder over time. There is one work at a time, in the order of their names, so
 * that of two bundles that bring the same the one that comes first is always the same; but none
 * waits longer than a moment for a work that does not end.
 */
public final class DroppedFiles {

    private final Tidings tidings;
    private final Map<String, DroppedFile> files = new TreeMap<>();

    /**
     * A file and what there is to do about it.
     *
     * @param file its name
     */
    public record Job(String file, Work work) {}

    /** No file was seen yet. */
    public DroppedFiles(Tidings tidings) {
        this.tidings = tidings;
    }

    /** These are the files that are there now. */
    public void look(long nowNanos, Map<String, Stamp> listing) {
        listing.forEach(
                (name, stamp) ->
                        files.computeIfAbsent(name, any -> new DroppedFile(name, tidings))
                                .see(nowNanos, stamp));
        files.forEach(
                (name, file) -> {
                    if (!listing.containsKey(name)) {
                        file.miss();
                    }
                });
        files.values().removeIf(DroppedFile::isForgotten);
    }

    /** Files need not have settled to be taken, and what failed is tried again at once. */
    public void hurry(long nowNanos) {
        files.values().forEach(file -> file.hurry(nowNanos));
    }

    /**
     * An operator wants the bundle of a file started or stopped; nothing happens if the file is
     * gone.
     */
    public void ask(String name, Work work) {
        Optional.ofNullable(files.get(name)).ifPresent(file -> file.ask(work));
    }

    /** Begins the next work, if it is time for one. */
    public Optional<Job> next(long nowNanos) {
        if (files.values().stream().anyMatch(DroppedFile::isBusy)) {
            return Optional.empty();
        }
        for (Map.Entry<String, DroppedFile> entry : files.entrySet()) {
            Optional<Work> work = entry.getValue().wanted(nowNanos);
            if (work.isPresent()) {
                entry.getValue().begin(nowNanos, work.get());
                return Optional.of(new Job(entry.getKey(), work.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * Work has ended.
     *
     * @param isInstalled whether there is a bundle of this file now
     */
    public void end(long nowNanos, String name, Outcome outcome, boolean isInstalled) {
        files.get(name).end(nowNanos, outcome, isInstalled);
        files.values().removeIf(DroppedFile::isForgotten);
        if (changesOthers(outcome)) {
            files.forEach(
                    (other, file) -> {
                        if (!other.equals(name)) {
                            file.shake();
                        }
                    });
        }
    }

    private static boolean changesOthers(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Running running -> !running.story().isEmpty();
            case Outcome.Gone gone -> true;
            case Outcome.Stopped stopped -> true;
            case Outcome.Waiting waiting -> false;
            case Outcome.Failed failed -> false;
            case Outcome.Refused refused -> false;
            case Outcome.Incomplete incomplete -> false;
            case Outcome.Passing passing -> false;
        };
    }

    /**
     * Time has passed.
     *
     * @return the files whose work should be interrupted
     */
    public List<String> tick(long nowNanos) {
        List<String> interrupted = new ArrayList<>();
        files.forEach(
                (name, file) -> {
                    if (file.tick(nowNanos)) {
                        interrupted.add(name);
                    }
                });
        return interrupted;
    }

    /** Whether work is under way for whose end others wait. */
    public boolean isBusy() {
        return files.values().stream().anyMatch(DroppedFile::isBusy);
    }

    /** The names of the files, and of those that are gone but not their bundles. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** Its bundle no longer runs although no operator has stopped it; it is started again. */
    public void noteFallen(String name) {
        Optional.ofNullable(files.get(name)).ifPresent(DroppedFile::noteFallen);
    }

    /** How a file of {@link #names} stands. */
    public FileState state(long nowNanos, String name) {
        return files.get(name).state(nowNanos);
    }

    /** Why the bundle of a file does not run as the file has it; empty if it does. */
    public String reason(long nowNanos, String name) {
        return files.get(name).reason(nowNanos);
    }
}
