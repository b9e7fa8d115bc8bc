package org.ninelives.demo.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * What must be undone at the end, last thing first; run once, by the end of the program or by a
 * signal. Safe for use by several threads.
 */
public final class Cleanup {

    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean finished;

    /** Undoes one thing. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    /** A cleanup that also runs when the JVM ends, however it is asked to. */
    public static Cleanup atExit() {
        Cleanup cleanup = new Cleanup();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(cleanup::run));
        return cleanup;
    }

    /**
     * Notes a step before the thing is made, so that no signal finds it made and not noted. The
     * step must bear a thing that was not made.
     *
     * @throws IllegalStateException if the end has begun: nothing may be made any more
     */
    public synchronized void add(Step step) {
        if (finished) {
            throw new IllegalStateException("the end has begun");
        }
        steps.push(step);
    }

    /** Makes a folder for temporary files, which goes with everything in it. */
    public Path newFolder(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        add(() -> deleteTree(folder));
        return folder;
    }

    /** Whether the end has begun. */
    public synchronized boolean isFinished() {
        return finished;
    }

    /**
     * Undoes everything. A step that fails is told on standard error and does not stop the rest.
     */
    public synchronized void run() {
        finished = true;
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (Exception e) {
                System.err.println("left behind: " + e.getMessage());
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
