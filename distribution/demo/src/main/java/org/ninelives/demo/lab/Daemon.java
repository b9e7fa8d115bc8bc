package org.ninelives.demo.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run of a daemon that understands keepalived's command line, in the foreground on a host. Ends
 * with {@link #kill} at the latest.
 */
public final class Daemon {

    private static final long STOP_SECONDS_MAX = 10;

    private final Process process;
    private final Thread reader;

    private Daemon(Process process, Consumer<String> lines) {
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().name("log").start(() -> read(process, lines));
    }

    /**
     * Starts it.
     *
     * @param program the program, perhaps with words before that run it in some way
     * @param file the configuration
     * @param runFolder gets a folder for its pid files, empty as {@code /run} is after a boot
     * @param lines receives each log line, on a thread of its own
     */
    public static Daemon start(
            Host host, List<String> program, Path file, Path runFolder, Consumer<String> lines) {
        try {
            Path pids = Files.createTempDirectory(runFolder, host.name());
            List<String> command = new ArrayList<>(program);
            Collections.addAll(
                    command,
                    "-n",
                    "-l",
                    "-D",
                    "-P",
                    "-f" + file,
                    "-p" + pids.resolve("daemon.pid"),
                    "-r" + pids.resolve("vrrp.pid"));
            return new Daemon(
                    new ProcessBuilder(host.namespace().inside(command))
                            .redirectErrorStream(true)
                            .start(),
                    lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + String.join(" ", program), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The process, which may have children. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Ends it, and every process it has started, as a power cut does: without a last word. Its
     * addresses stay with the kernel of the host.
     */
    public void kill() {
        List<ProcessHandle> children;
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            children = descendants.toList();
        }
        // The children first: a child that outlived its parent could still resign in order.
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end with SIGTERM and does not wait. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for the end that {@link #terminate} asked for; after 10 s it is killed. */
    public void awaitEnd() {
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                kill();
            }
            reader.join(TimeUnit.SECONDS.toMillis(1)); // a grandchild may hold the pipe open
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void read(Process process, Consumer<String> lines) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines);
        } catch (IOException | UncheckedIOException e) {
            lines.accept("log ended: " + e.getMessage());
        }
    }
}
