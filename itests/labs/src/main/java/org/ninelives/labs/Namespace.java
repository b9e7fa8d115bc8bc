package org.ninelives.labs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network namespace that exists for one lab. Names are {@code nlab-<pid>-<number>-<purpose>}, so
 * that those of a crashed run can be told from those of a living one.
 */
final class Namespace implements AutoCloseable {
    private static final String PREFIX = "nlab-";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String name;

    /** Makes the namespace, with its loopback up. */
    Namespace(String purpose) {
        name =
                PREFIX
                        + ProcessHandle.current().pid()
                        + "-"
                        + NUMBERS.incrementAndGet()
                        + "-"
                        + purpose;
        add(name);
        try {
            ip("link set lo up");
        } catch (IllegalStateException e) {
            close();
            throw e;
        }
    }

    // ip makes the mount point of all namespaces when it is missing, and two at once disturb each
    // other in that.
    private static synchronized void add(String name) {
        Command.run("ip netns add " + name);
    }

    String name() {
        return name;
    }

    /** Runs {@code ip} on the namespace and gives what it printed. */
    String ip(String arguments) {
        return Command.run("ip -n " + name + " " + arguments);
    }

    /** The command line that runs the given one inside of the namespace, with the same pid. */
    List<String> inside(List<String> command) {
        List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", name));
        words.addAll(command);
        return words;
    }

    @Override
    public void close() {
        remove(name);
    }

    /** Removes what runs of this class left behind that did not come to their end. */
    static void removeLeftOvers() {
        Command.run("ip netns list")
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(name -> name.matches(PREFIX + "\\d+-.*") && !hasOwner(name))
                .forEach(Namespace::remove);
    }

    private static boolean hasOwner(String name) {
        long pid = Long.parseLong(name.substring(PREFIX.length()).split("-", 2)[0]);
        return ProcessHandle.of(pid).isPresent();
    }

    private static void remove(String name) {
        Command.run("ip netns pids " + name)
                .lines()
                .forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(Namespace::kill));
        Command.run("ip netns del " + name);
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
    }
}
