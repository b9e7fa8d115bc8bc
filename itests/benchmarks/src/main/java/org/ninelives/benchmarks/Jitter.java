package org.ninelives.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.ninelives.demo.lab.Cleanup;

/** How regularly a master of many virtual routers sends its adverts, and what that costs. */
final class Jitter {

    static final List<String> COLUMNS =
            List.of(
                    "adverts",
                    "p50 ms",
                    "p99 ms",
                    "p99.9 ms",
                    "    max ms",
                    "missed",
                    "missed at start",
                    "CPU s",
                    "CPU us/advert",
                    "RSS MB",
                    "lost by capture");

    private static final List<Integer> INTERVALS_MILLIS = List.of(1000, 100, 10);
    private static final int OWNER = 255;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Bursts of gratuitous ARP, the first at once and the second after 5 s, are over. */
    private static final Duration SETTLE = Duration.ofSeconds(7);

    private static final double LATE = 1.5; // intervals; one more advert was missed

    private final Cleanup cleanup;
    private final List<Product> products;
    private final Grid grid;

    Jitter(Cleanup cleanup, List<Product> products, Grid grid) {
        this.cleanup = cleanup;
        this.products = products;
        this.grid = grid;
    }

    /** Roughly how long {@link #run} takes. */
    Duration estimate(List<Integer> crowds) {
        Duration each = Duration.ZERO;
        for (int interval : INTERVALS_MILLIS) {
            each = each.plus(SETTLE).plus(duration(interval)).plusSeconds(4);
        }
        return each.multipliedBy((long) crowds.size() * products.size());
    }

    private static Duration duration(int intervalMillis) {
        return Duration.ofSeconds(intervalMillis == 1000 ? 20 : 10);
    }

    /** Measures crowds of these sizes. */
    void run(List<Integer> crowds) throws IOException, InterruptedException {
        for (int instances : crowds) {
            for (int interval : INTERVALS_MILLIS) {
                Crowd crowd = new Crowd(instances, 1, interval);
                for (Product product : products) {
                    System.err.printf(
                            "jitter: %d instances, every %d ms, %s%n",
                            instances, interval, product.name());
                    try {
                        measure(product, crowd);
                    } catch (NotSeenException e) {
                        System.err.println("jitter: left out: " + e.getMessage());
                    }
                }
            }
        }
    }

    private void measure(Product product, Crowd crowd)
            throws IOException, InterruptedException, NotSeenException {
        try (Ground ground = new Ground(crowd.cables(), cleanup);
                Run run = ground.start(product, ground.a(), crowd.configuration("MASTER", OWNER))) {
            Adverts all = new Adverts(crowd.instances());
            ground.await(
                    "every advert",
                    () -> all.rhythm.heard() == crowd.instances(),
                    all,
                    PATIENCE,
                    run);
            Thread.sleep(SETTLE);
            ground.capture().look(all);
            Usage before = run.usage();
            long from = Wire.nowNanos();
            Thread.sleep(duration(crowd.intervalMillis()));
            Usage after = run.usage();
            long to = Wire.nowNanos();
            Adverts steady = all.from(from, to);
            ground.capture().end();
            ground.capture().look(steady);
            double cpu = after.processorMillis() - before.processorMillis();
            report(product, crowd, all.rhythm, steady.rhythm, cpu, after, ground.capture());
        }
    }

    private void report(
            Product product,
            Crowd crowd,
            Rhythm start,
            Rhythm steady,
            double cpuMillis,
            Usage usage,
            Capture capture)
            throws IOException {
        double late = LATE * crowd.intervalMillis();
        grid.add(
                "%d instances, adverts every %d ms"
                        .formatted(crowd.instances(), crowd.intervalMillis()),
                product,
                List.of(
                        (double) steady.gaps(),
                        steady.percentileMillis(0.5),
                        steady.percentileMillis(0.99),
                        steady.percentileMillis(0.999),
                        steady.maxMillis(),
                        (double) steady.longerThan(late),
                        (double) start.longerThan(late),
                        cpuMillis / 1000,
                        1000 * cpuMillis / steady.gaps(),
                        usage.residentMegabytes(),
                        (double) capture.dropped()));
    }

    /** The adverts of a crowd of one node. */
    private static final class Adverts implements Sight {

        private final int instances;
        private final Rhythm rhythm;

        Adverts(int instances) {
            this(instances, new Rhythm(instances));
        }

        private Adverts(int instances, Rhythm rhythm) {
            this.instances = instances;
            this.rhythm = rhythm;
        }

        /** The same, going on in a part of the time. */
        Adverts from(long fromNanos, long toNanos) {
            return new Adverts(instances, rhythm.goneOn(fromNanos, toNanos));
        }

        @Override
        public void advert(long nanos, int source, int vrid, int priority) {
            rhythm.advert(Crowd.number(source, vrid), nanos);
        }

        @Override
        public void announcement(long nanos, int address, boolean own) {
            // Not about adverts.
        }

        @Override
        public void connection(long nanos, int address) {}
    }
}
