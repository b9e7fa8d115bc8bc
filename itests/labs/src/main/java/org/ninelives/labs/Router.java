package org.ninelives.labs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A daemon that runs on a node, with files of its own, and what may befall it. */
public final class Router {
    /** Less than the time after which a daemon whose stop hangs ends itself. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Node node;
    private final String label;
    private final Process process;

    /**
     * Starts the daemon in the foreground; its log goes to a file of the node.
     *
     * @param number tells the daemons of a lab apart
     * @param wrapper the program that starts it, with its arguments; may be empty
     * @param options more options of the daemon
     */
    Router(
            Node node,
            Implementation implementation,
            Path configuration,
            int number,
            List<String> wrapper,
            List<String> options) {
        this.node = node;
        label = implementation.name().toLowerCase(Locale.ROOT) + "-" + number;
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(implementation.program());
        command.addAll(
                List.of(
                        "-n",
                        "-l",
                        "-D",
                        "-f",
                        configuration.toString(),
                        "-p",
                        node.folder().resolve("parent.pid").toString(),
                        "-r",
                        node.folder().resolve("vrrp.pid").toString(),
                        "-b",
                        node.folder().resolve("bfd.pid").toString()));
        command.addAll(options);
        process = node.start(label, command);
    }

    public Node node() {
        return node;
    }

    long pid() {
        return process.pid();
    }

    /** What the daemon uses of the machine now. */
    public Vitals vitals() {
        return Vitals.of(pid());
    }

    /** The management beans, where the daemon is Ninelives. */
    public Beans beans() {
        return new Beans(this);
    }

    /** Runs {@code ninelivesctl} on the daemon's node, where the daemon is Ninelives. */
    public Finished ctl(String... words) {
        List<String> command = new ArrayList<>(List.of(Implementation.terminal().toString()));
        command.addAll(List.of(words));
        return node.run(command, "");
    }

    /** Ends the daemon and all its children as a crash does, without a last word. */
    public Instant kill9() {
        // A parent that is stopped neither restarts a dying child nor tells it to leave in order.
        signal("STOP");
        Instant time = Instant.now();
        signalChildren("KILL");
        signal("KILL");
        return time;
    }

    /** Asks the daemon to stop and waits until it has. */
    public Instant term() {
        Instant time = Instant.now();
        signal("TERM");
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        label + " on " + node.name() + " ignores TERM: " + log().tail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + label, e);
        }
        return time;
    }

    /** Lets the daemon read its configuration again. */
    public void reload() {
        signal("HUP");
    }

    /** Kills the daemon itself and none of its children, as whoever is short of memory does. */
    public Instant killAlone() {
        Instant time = Instant.now();
        signal("KILL");
        return time;
    }

    /** Holds the daemon itself still and none of its children, until {@link #resume}. */
    public Instant hang() {
        Instant time = Instant.now();
        signal("STOP");
        return time;
    }

    /** Limits how many files the daemon may have open, from now on. */
    public void limitDescriptors(int number) {
        Command.run("prlimit --pid " + pid() + " --nofile=" + number + ":");
    }

    /** Holds the daemon still, as a suspended machine would, until {@link #resume}. */
    public void pause() {
        signalAll("STOP");
    }

    public void resume() {
        signalAll("CONT");
    }

    public Log log() {
        return node.log(label);
    }

    /** Whether the daemon has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    private void signalAll(String name) {
        signal(name);
        signalChildren(name);
    }

    private void signal(String name) {
        Command.run("kill -" + name + " " + pid());
    }

    /** What fails does so because a script among them has just ended, or there are none. */
    private void signalChildren(String name) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        process.descendants().forEach(child -> command.add(Long.toString(child.pid())));
        var unused = Command.finish(new ProcessBuilder(command), "");
    }
}
