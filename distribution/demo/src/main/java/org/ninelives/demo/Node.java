package org.ninelives.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.Daemon;
import org.ninelives.demo.lab.Host;

/** One of the two nodes: a host, the daemon on it, and what its log says. */
final class Node {

    private static final Pattern STATE = Pattern.compile("\\(\\S+\\) (Entering (\\w+) STATE.*)");
    private static final int LOG_LINES_KEPT = 30; // enough to see why a start failed

    private final Host host;
    private final String program;
    private final Sample sample;
    private final Path runFolder;
    private final Screen screen;
    private final Cleanup cleanup;
    private final Deque<String> log = new ArrayDeque<>();
    private Daemon daemon;
    private String state = "off";
    private long sinceNanos = System.nanoTime();

    Node(Host host, String program, Sample sample, Path runFolder, Screen screen, Cleanup cleanup) {
        this.host = host;
        this.program = program;
        this.sample = sample;
        this.runFolder = runFolder;
        this.screen = screen;
        this.cleanup = cleanup;
    }

    String name() {
        return host.name();
    }

    Host host() {
        return host;
    }

    Sample sample() {
        return sample;
    }

    synchronized long pid() {
        return daemon.pid();
    }

    synchronized boolean isAlive() {
        return daemon.isAlive();
    }

    void start() {
        become("starting");
        Daemon started =
                Daemon.start(host, List.of(program), sample.file(), runFolder, this::heard);
        cleanup.add(started::kill);
        synchronized (this) {
            daemon = started;
        }
    }

    /** Kills the daemon with -9 and pulls the cable, for the kernel of a dead machine is silent. */
    void crash() {
        daemon.kill();
        host.unplug();
        become("off");
    }

    /** Comes back after a crash as a booted machine does. */
    void boot() {
        host.plugAfterBoot();
        start();
    }

    /** Ends the daemon in order: SIGTERM. */
    void stop() {
        daemon.terminate();
    }

    /** Waits for the end of {@link #stop}. */
    void awaitStop() {
        daemon.awaitEnd();
        become("off");
    }

    /** A line of the live view. */
    synchronized String view() {
        Duration since = Duration.ofNanos(System.nanoTime() - sinceNanos);
        return " %-7s %-9s for %4d s   priority %3d   %s"
                .formatted(
                        name(),
                        state,
                        since.toSeconds(),
                        sample.priority(),
                        state.equals("off") ? "" : "pid " + daemonPid());
    }

    /** The last lines of its log. */
    synchronized List<String> lastLog() {
        return List.copyOf(log);
    }

    private String daemonPid() {
        return daemon == null ? "?" : String.valueOf(daemon.pid());
    }

    private void heard(String line) {
        synchronized (this) {
            log.addLast(line);
            if (log.size() > LOG_LINES_KEPT) {
                log.removeFirst();
            }
        }
        Matcher matcher = STATE.matcher(line);
        if (matcher.find()) {
            become(matcher.group(2));
            screen.event(name(), matcher.group(1));
        }
    }

    private synchronized void become(String newState) {
        state = newState;
        sinceNanos = System.nanoTime();
    }
}
