package org.ninelives.labs;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the kernel tells of changes on a node, from a moment on; addresses of lo do not count. */
final class KernelEvents {
    private static final String MARK = "10.255.255.";

    private final Lab lab;
    private final Node node;
    private final Log log;
    private int marks;

    /**
     * Listens on a node; returns when it hears.
     *
     * @param objects such as {@code address} and {@code route}, as {@code ip monitor} names them
     */
    KernelEvents(Lab lab, Node node, String... objects) {
        this.lab = lab;
        this.node = node;
        List<String> command = new ArrayList<>(List.of("ip", "-ts", "-o", "monitor"));
        command.addAll(List.of(objects));
        node.start("monitor", command);
        log = node.log("monitor");
        awaitAll();
    }

    /** Waits until everything that has happened so far has been heard. */
    private void awaitAll() {
        marks++;
        String mark = MARK + marks;
        lab.await(
                "the monitor hears",
                () -> {
                    // Until the monitor listens, nothing is heard of it.
                    node.ip("address add " + mark + "/32 dev lo");
                    node.ip("address del " + mark + "/32 dev lo");
                    return log.text().contains(mark);
                });
    }

    /** The events so far, a line each. */
    List<String> lines() {
        awaitAll();
        return log.text().lines().filter(line -> !line.contains(MARK)).toList();
    }

    /** When the last thing so far was deleted. */
    Optional<Instant> lastDeletion() {
        return lines().stream()
                .filter(line -> line.contains("Deleted "))
                .map(KernelEvents::time)
                .max(Instant::compareTo);
    }

    /** When a line was told. */
    static Instant time(String line) {
        return LocalDateTime.parse(line.substring(1, line.indexOf(']')))
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }
}
