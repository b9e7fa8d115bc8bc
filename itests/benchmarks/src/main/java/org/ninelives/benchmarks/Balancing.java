package org.ninelives.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsFailure;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.system.SystemException;
import org.ninelives.demo.lab.Cleanup;

/** How a daemon programs IPVS with many virtual servers, keeps them over reloads, and ends. */
final class Balancing {

    static final List<String> COLUMNS =
            List.of(
                    "exec to last server ms",
                    "first service to last server ms",
                    "CPU ms",
                    "RSS MB",
                    "reload unchanged ms",
                    "its CPU ms",
                    "1 % changed, last server ms",
                    "its CPU ms",
                    "stop to empty ms");

    private static final Farm FARM = new Farm(1000, 20);
    private static final int CHANGED = FARM.services() / 100;
    private static final int PORT_ROUNDS = 5;
    private static final String RELOADED = "Reload complete";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final Cleanup cleanup;
    private final IpvsKernel kernel;
    private final Path folder;
    private final List<Product> products;
    private final Grid grid;

    Balancing(Cleanup cleanup, IpvsKernel kernel, List<Product> products, Grid grid)
            throws IOException {
        this.cleanup = cleanup;
        this.kernel = kernel;
        this.products = products;
        this.grid = grid;
        folder = cleanup.newFolder("ninelives-bench");
    }

    /** Measures each product once, and then the way into the kernel that Ninelives takes. */
    void run() throws Exception {
        for (Product product : products) {
            System.err.printf("ipvs: %s%n", product.name());
            try (Director director = new Director(FARM, kernel, cleanup)) {
                measure(product, director);
            } catch (NotSeenException e) {
                System.err.println("ipvs: left out: " + e.getMessage());
            }
        }
        for (int round = 1; round <= PORT_ROUNDS; round++) {
            try (Director director = new Director(FARM, kernel, cleanup)) {
                measurePort(director, round);
            }
        }
    }

    private void measure(Product product, Director director) throws Exception {
        String before = FARM.configuration(0);
        String after = FARM.configuration(CHANGED);
        try (Run run = Run.ofChecks(product, director.node(), folder, before, cleanup)) {
            long first = director.awaitFirst(PATIENCE);
            long last = director.awaitWeight(FARM.services(), 1, PATIENCE);
            Usage start = run.usage();
            Thread.sleep(SETTLE);

            Usage idle = run.usage();
            long asked = Wire.nowNanos();
            run.reload(before);
            long reloaded = run.await(RELOADED, 1, PATIENCE);
            Thread.sleep(SETTLE);
            director.awaitWeight(FARM.services(), 1, PATIENCE);

            Usage unchanged = run.usage();
            long askedAgain = Wire.nowNanos();
            run.reload(after);
            long changed = director.awaitWeight(CHANGED, 2, PATIENCE);
            run.await(RELOADED, 2, PATIENCE);
            Thread.sleep(SETTLE);
            Usage end = run.usage();

            long stopped = Wire.nowNanos();
            run.terminate();
            long empty = director.awaitNothing(PATIENCE);
            grid.add(
                    situation(),
                    product,
                    List.of(
                            millis(run.beganNanos(), last),
                            millis(first, last),
                            start.processorMillis(),
                            start.residentMegabytes(),
                            millis(asked, reloaded),
                            unchanged.processorMillis() - idle.processorMillis(),
                            millis(askedAgain, changed),
                            end.processorMillis() - unchanged.processorMillis(),
                            millis(stopped, empty)));
        }
    }

    private static String situation() {
        return "%d virtual servers with %d real servers each"
                .formatted(FARM.services(), FARM.servers());
    }

    private void measurePort(Director director, int round) throws SystemException {
        List<IpvsChange> changes = FARM.changes();
        long began = Wire.nowNanos();
        List<IpvsFailure> failures = director.ipvs().apply(changes);
        long programmed = Wire.nowNanos();
        if (!failures.isEmpty()) {
            throw failures.getFirst().cause();
        }
        director.ipvs().apply(List.of(new IpvsChange.Flush()));
        long flushed = Wire.nowNanos();
        double none = Double.NaN;
        grid.add(
                situation(),
                new Product("the port alone, round " + round, List.of()),
                List.of(
                        none,
                        millis(began, programmed),
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        millis(programmed, flushed)));
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
