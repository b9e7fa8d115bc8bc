package org.ninelives.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.Ip;
import org.ninelives.demo.lab.NetworkNamespace;

/** How many servers a daemon checks each second, how regularly, and how soon it sees one go. */
final class Checks {

    static final List<String> COLUMNS =
            List.of(
                    "checks/s",
                    "late p50 ms",
                    "late p99 ms",
                    "late max ms",
                    "CPU us/check",
                    "RSS MB",
                    "dead to removed p50 ms",
                    "max ms",
                    "failed check to removed p50 ms",
                    "p99 ms",
                    "lost by capture");

    /** What tells most, for a document. */
    static final List<String> TOLD =
            List.of(
                    "checks/s",
                    "late p99 ms",
                    "CPU us/check",
                    "RSS MB",
                    "dead to removed p50 ms",
                    "max ms");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What is compiled while it runs has been compiled. */
    private static final Duration SETTLE = Duration.ofSeconds(15);

    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final Duration AFTER_DEATH = Duration.ofSeconds(10);

    /** What starting, dying and ending take together. */
    private static final Duration AROUND = Duration.ofSeconds(12);

    private static final int DEAD_SHARE = 100;
    private static final String REMOVED = "Removing service [";

    private final Cleanup cleanup;
    private final List<Product> products;
    private final Path folder;
    private final Grid grid;
    private int made;

    Checks(Cleanup cleanup, List<Product> products, Path folder, Grid grid) {
        this.cleanup = cleanup;
        this.products = products;
        this.folder = folder;
        this.grid = grid;
    }

    Duration estimate(List<Integer> counts) {
        return SETTLE.plus(WINDOW)
                .plus(AROUND)
                .multipliedBy(
                        (long) counts.size() * products.size() * Servers.Kind.values().length);
    }

    /** Measures each product once with each number of servers and each kind of check. */
    void run(List<Integer> counts) throws IOException, InterruptedException {
        for (int count : counts) {
            for (Servers.Kind kind : Servers.Kind.values()) {
                for (Product product : products) {
                    System.err.printf("checks: %d by %s, %s%n", count, kind, product.name());
                    try {
                        measure(product, new Servers(count, kind));
                    } catch (NotSeenException e) {
                        System.err.println("checks: left out: " + e.getMessage());
                    }
                }
            }
        }
    }

    private void measure(Product product, Servers servers)
            throws IOException, InterruptedException, NotSeenException {
        String name = "ninelives-%d-c%d".formatted(ProcessHandle.current().pid(), ++made);
        NetworkNamespace node = NetworkNamespace.create(name, cleanup);
        Ip.run("-n " + name + " link set lo up");
        Path file = folder.resolve(name + ".pcap");
        try (WebServer nginx = new WebServer(node, folder, cleanup);
                Capture capture = Capture.ofConnections(node, file, cleanup);
                Run run = Run.ofChecks(product, node, folder, servers.configuration(), cleanup)) {
            Looks looks = new Looks(servers);
            Ground.await(capture, "all servers", looks::isComplete, looks, PATIENCE, run);
            Thread.sleep(SETTLE);
            nginx.requireRunning();
            Window window = watch(capture, looks, run);
            List<Removal> removals = kill(node, servers, capture, window.looks(), run);
            capture.end();
            report(product, servers, window, removals, capture);
        }
        Ip.run("netns del " + name);
    }

    private record Window(Looks looks, double seconds, double threadMillis, Usage usage) {}

    private static Window watch(Capture capture, Looks before, Run run)
            throws IOException, InterruptedException {
        capture.lookAtAll(before);
        long begin = Wire.nowNanos();
        double threads = run.usage().threadMillis();
        Thread.sleep(WINDOW);
        Usage usage = run.usage();
        long end = Wire.nowNanos();
        Looks looks = before.goneOn(begin, end);
        capture.lookAtAll(looks);
        return new Window(looks, (end - begin) / 1e9, usage.threadMillis() - threads, usage);
    }

    /** How long after its death, and after the check that saw it, a server was removed. */
    private record Removal(double afterDeath, double afterCheck) {}

    private List<Removal> kill(
            NetworkNamespace node, Servers servers, Capture capture, Looks looks, Run run)
            throws IOException, InterruptedException, NotSeenException {
        List<Integer> dead =
                IntStream.range(0, servers.count())
                        .filter(i -> i % DEAD_SHARE == 0)
                        .boxed()
                        .toList();
        Looks later = looks.rememberingAll(dead);
        int before = run.count(REMOVED);
        reject(node, dead.stream().map(servers::addressOf).toList());
        long death = Wire.nowNanos();
        run.await(REMOVED, before + dead.size(), AFTER_DEATH);
        capture.lookAtAll(later);
        List<Removal> removals = new ArrayList<>();
        for (int number : dead) {
            long removed = run.await(REMOVED + servers.addressOf(number) + "]", 1, AFTER_DEATH);
            long check = later.lastBefore(number, removed);
            removals.add(new Removal((removed - death) / 1e6, (removed - check) / 1e6));
        }
        return removals;
    }

    private void reject(NetworkNamespace node, List<String> addresses)
            throws IOException, InterruptedException {
        Path rules = Files.createTempFile(folder, node.name(), ".nft");
        Files.writeString(
                rules,
                """
                table inet bench {
                    set dead { type ipv4_addr; elements = { %s } }
                    chain in {
                        type filter hook input priority 0;
                        ip daddr @dead tcp dport 80 reject with tcp reset
                    }
                }
                """
                        .formatted(addresses.stream().collect(Collectors.joining(", "))));
        Process nft =
                new ProcessBuilder(node.inside(List.of("nft", "-f", rules.toString())))
                        .inheritIO()
                        .start();
        if (nft.waitFor() != 0) {
            throw new IOException("nft -f " + rules);
        }
    }

    private void report(
            Product product,
            Servers servers,
            Window window,
            List<Removal> removals,
            Capture capture)
            throws IOException {
        Rhythm rhythm = window.looks().rhythm();
        List<Double> afterDeath = removals.stream().map(Removal::afterDeath).sorted().toList();
        List<Double> afterCheck = removals.stream().map(Removal::afterCheck).sorted().toList();
        grid.add(
                "%d servers by %s, each second".formatted(servers.count(), servers.kind()),
                product,
                List.of(
                        rhythm.gaps() / window.seconds(),
                        rhythm.percentileMillis(0.5) - Servers.INTERVAL_MILLIS,
                        rhythm.percentileMillis(0.99) - Servers.INTERVAL_MILLIS,
                        rhythm.maxMillis() - Servers.INTERVAL_MILLIS,
                        window.threadMillis() * 1000 / rhythm.gaps(),
                        window.usage().residentMegabytes(),
                        share(afterDeath, 0.5),
                        share(afterDeath, 1),
                        share(afterCheck, 0.5),
                        share(afterCheck, 0.99),
                        (double) capture.dropped()));
    }

    private static double share(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
