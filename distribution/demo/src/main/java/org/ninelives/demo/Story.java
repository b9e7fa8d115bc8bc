package org.ninelives.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.demo.lab.ProbeAccount;

/** What happens: an election, a power cut, a return and an orderly stop, each measured. */
final class Story {

    private static final Duration TAKEOVER_MAX = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofSeconds(2); // to watch, and for late answers
    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final String ROW = "   %-16s%17s%21s%14s";

    private final Screen screen;
    private final Node master;
    private final Node backup;
    private final ProbeAccount client;
    private final List<String> results = new ArrayList<>();

    Story(Screen screen, Node master, Node backup, ProbeAccount client) {
        this.screen = screen;
        this.master = master;
        this.backup = backup;
        this.client = client;
        results.add(
                ROW.formatted(
                        "what happened", "client waited", "VRRP itself waits", "probes lost"));
    }

    /** Both nodes start; the one with the higher priority gets the address. */
    void elect() throws InterruptedException, StoryFailedException {
        screen.event("", "both nodes start");
        master.start();
        backup.start();
        awaitAnswerFrom(master);
        screen.event("client", "is answered by " + master.name());
        Thread.sleep(QUIET);
    }

    /** The master dies without a word, comes back, and is at last stopped in order. */
    void failOver() throws InterruptedException, StoryFailedException {
        screen.event(master.name(), "POWER CUT: kill -9 %d, cable pulled".formatted(master.pid()));
        measure("power cut", master::crash, backup, "<= " + millis(backup.sample().masterDown()));

        screen.event(master.name(), "RETURN: boots and wants its address back");
        measure("return", master::boot, master, "0 ms");

        screen.event(master.name(), "ORDERLY STOP: kill -TERM %d".formatted(master.pid()));
        measure("orderly stop", master::stop, backup, millis(backup.sample().skew()));
        master.awaitStop();

        screen.event(master.name(), "RETURN: is started again");
        measure("return", master::start, master, "0 ms");
    }

    /** The measurements as a table. */
    String summary() {
        return String.join(System.lineSeparator(), results);
    }

    private void measure(String what, Runnable deed, Node successor, String vrrpWaits)
            throws InterruptedException, StoryFailedException {
        client.watch();
        long lostBefore = client.totals().missing();
        deed.run();
        awaitAnswerFrom(successor);
        Thread.sleep(QUIET);
        String waited = millis(client.longestSilence());
        long lost = Math.max(0, client.totals().missing() - lostBefore);
        screen.event("client", "waited %s, now answered by %s".formatted(waited, successor.name()));
        results.add(ROW.formatted(what, waited, vrrpWaits, lost));
    }

    private void awaitAnswerFrom(Node node) throws InterruptedException, StoryFailedException {
        long end = System.nanoTime() + TAKEOVER_MAX.toNanos();
        while (!client.awaitAnswerFrom(node.name(), GLANCE)) {
            if (!node.isAlive()) {
                node.awaitStop(); // its last words say why
                throw new StoryFailedException(node.name() + ": the daemon has ended");
            }
            if (System.nanoTime() > end) {
                throw new StoryFailedException(
                        "%s did not answer the client within %d s"
                                .formatted(node.name(), TAKEOVER_MAX.toSeconds()));
            }
        }
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
