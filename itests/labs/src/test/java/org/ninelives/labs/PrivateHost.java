package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A machine with a {@code /run}, a system log and named network namespaces of its own: {@code blue}
 * (10.0.0.1) and {@code green} (10.0.0.2), joined by their {@code eth0}, and the one it begins in
 * with an {@code eth0} of 10.0.0.3.
 */
final class PrivateHost implements AutoCloseable {

    private static final Path START = Path.of("src/test/resources/host/start").toAbsolutePath();

    /** A JVM may start twice here, on a machine that is busy with other labs. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final long PAUSE_MILLIS = 100;

    private final Path folder;
    private final Path systemLog;
    private final Process machine;
    private final List<Process> daemons = new ArrayList<>();

    /** Starts it, with files in an existing folder. */
    PrivateHost(Path folder) {
        this.folder = folder;
        systemLog = folder.resolve("system.log");
        try {
            Files.createFile(systemLog);
            machine =
                    new ProcessBuilder(
                                    "unshare", "--mount", "--net", START.toString(), systemLog + "")
                            .redirectError(folder.resolve("machine.err").toFile())
                            .start();
            if (!"ready".equals(machine.inputReader().readLine())) {
                throw new IllegalStateException(
                        "no machine: " + Files.readString(folder.resolve("machine.err")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a short program in the namespace the machine begins in. */
    String run(String... command) {
        return Command.run(inside(List.of(command)));
    }

    private List<String> inside(List<String> command) {
        List<String> words =
                new ArrayList<>(
                        List.of("nsenter", "-t", machine.pid() + "", "--mount", "--net", "--"));
        words.addAll(command);
        return words;
    }

    /** Starts a daemon in the namespace the machine begins in; it has the id of the process. */
    Process start(Implementation implementation, String configuration, String... options) {
        try {
            Path file = Files.writeString(folder.resolve("k" + daemons.size()), configuration);
            List<String> command = new ArrayList<>();
            // The log is what tells daemons apart here, so it has to be the system's.
            command.add(implementation.program().getFirst());
            command.addAll(List.of("-n", "-f", file.toString()));
            command.addAll(List.of(options));
            Process daemon =
                    new ProcessBuilder(inside(command))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("out" + daemons.size()).toFile())
                            .start();
            daemons.add(daemon);
            return daemon;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes another configuration for a daemon, by the order of the starts from 0. */
    void rewrite(int number, String configuration) {
        try {
            Files.writeString(folder.resolve("k" + number), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in {@code /run} with this end, from there. */
    Set<String> runFiles(String end) {
        return run("find", "/run", "-name", "*" + end)
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean owns(String namespace, String address) {
        return run("ip", "-n", namespace, "-4", "address").contains(" " + address + "/");
    }

    /** The lines of the system log without what comes before the name of the process. */
    List<String> systemLog() {
        try {
            return Files.readAllLines(systemLog).stream()
                    .map(line -> line.replaceFirst("^<\\d+>\\w+ +\\d+ [\\d:]+ ", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names under which a process stands in the system log. */
    Set<String> namesInLog() {
        return systemLog().stream()
                .map(line -> line.substring(0, line.indexOf('[')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void await(String expectation, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        expectation + " did not come; log: " + String.join("\n", systemLog()));
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends a daemon in order and gives its status. */
    int stop(Process daemon) {
        daemon.destroy();
        return end(daemon);
    }

    /** Waits for the end of a daemon. */
    int end(Process daemon) {
        await("the end of " + daemon.pid(), () -> !daemon.isAlive());
        return daemon.exitValue();
    }

    @Override
    public void close() {
        daemons.forEach(
                daemon -> {
                    daemon.descendants().forEach(ProcessHandle::destroyForcibly);
                    daemon.destroyForcibly();
                });
        try {
            machine.getOutputStream().close();
            machine.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
