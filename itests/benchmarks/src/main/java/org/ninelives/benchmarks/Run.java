package org.ninelives.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.NetworkNamespace;

/** One run of a daemon on a node, with what it says and when. */
final class Run implements AutoCloseable {

    private final Path file;
    private final Process process;
    private final long beganNanos = Wire.nowNanos();
    private final List<Said> lines = new ArrayList<>();

    private record Said(long nanos, String line) {}

    /**
     * Starts the product with a configuration.
     *
     * @param folder for its files
     */
    Run(Product product, NetworkNamespace node, Path folder, String configuration, Cleanup cleanup)
            throws IOException {
        this(product, node, folder, configuration, "-P", cleanup);
    }

    /** The same for a product that checks servers, and no more. */
    static Run ofChecks(
            Product product,
            NetworkNamespace node,
            Path folder,
            String configuration,
            Cleanup cleanup)
            throws IOException {
        return new Run(product, node, folder, configuration, "-C", cleanup);
    }

    private Run(
            Product product,
            NetworkNamespace node,
            Path folder,
            String configuration,
            String subsystem,
            Cleanup cleanup)
            throws IOException {
        Path own = Files.createTempDirectory(folder, node.name());
        file = own.resolve("daemon.conf");
        Files.writeString(file, configuration);
        List<String> command = new ArrayList<>(product.program());
        // No details: a line of log for each gratuitous ARP would be measured, too.
        command.addAll(List.of("-n", "-l", subsystem, "-f" + file));
        command.addAll(List.of("-p" + own.resolve("d.pid"), "-r" + own.resolve("v.pid")));
        command.add("-c" + own.resolve("c.pid"));
        process = new ProcessBuilder(node.inside(command)).redirectErrorStream(true).start();
        cleanup.add(this::close);
        Thread.ofPlatform().daemon().name("log").start(this::listen);
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said(line);
            }
        } catch (IOException e) {
            said("log ended: " + e.getMessage());
        }
    }

    private synchronized void said(String line) {
        lines.add(new Said(Wire.nowNanos(), line));
        notifyAll();
    }

    /** When it was started, nanoseconds since 1970 UTC. */
    long beganNanos() {
        return beganNanos;
    }

    /** What the process and its children use. */
    Usage usage() throws IOException {
        return Usage.of(process.toHandle());
    }

    /** How many lines with these words it has said until now. */
    synchronized int count(String words) {
        return (int) lines.stream().filter(said -> said.line().contains(words)).count();
    }

    /**
     * Waits until so many lines with these words have been said.
     *
     * @return when the last of them came, nanoseconds since 1970 UTC
     * @throws NotSeenException if it does not in time; with what it said last
     */
    synchronized long await(String words, int times, Duration timeout)
            throws InterruptedException, NotSeenException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            List<Said> found = lines.stream().filter(said -> said.line().contains(words)).toList();
            if (found.size() >= times) {
                return found.get(times - 1).nanos();
            }
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new NotSeenException(
                        "only %d of %d times \"%s\" within %s; it said last: %s"
                                .formatted(found.size(), times, words, timeout, lastWords()));
            }
            wait(millis);
        }
    }

    /** What it said last. */
    synchronized String lastWords() {
        return String.join(
                System.lineSeparator(),
                lines.subList(Math.max(0, lines.size() - 5), lines.size()).stream()
                        .map(Said::line)
                        .toList());
    }

    /** Writes another configuration and asks to read it. Returns at once. */
    void reload(String configuration) throws IOException {
        Files.writeString(file, configuration);
        signal("HUP");
    }

    /** Asks it to end. */
    void terminate() {
        process.toHandle().destroy(); // leaves its words to be read
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
    }

    /** Ends it and its children at once, as a power cut does; none can resign. */
    void kill() {
        try (Stream<ProcessHandle> children = process.descendants()) {
            // The children first: one that outlived its parent could still resign in order.
            children.toList().forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
