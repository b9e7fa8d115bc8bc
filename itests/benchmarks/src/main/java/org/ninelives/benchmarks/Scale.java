package org.ninelives.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.demo.lab.Cleanup;

/** How a daemon starts and reloads a large configuration. */
final class Scale {

    static final List<String> COLUMNS =
            List.of(
                    "all masters ms",
                    "all addresses ms",
                    "RSS MB",
                    "reload ms",
                    "max gap ms",
                    "1 % changed ms",
                    "last changed address ms",
                    "max gap of others ms",
                    "RSS after MB",
                    "lost by capture");

    private static final Crowd CROWD = new Crowd(2000, 10, 1000);
    private static final int CHANGED = CROWD.instances() / 100;
    private static final int OWNER = 255;
    private static final String RELOADED = "Reload complete";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The second burst of gratuitous ARP, 5 s after the first, is over. */
    private static final Duration SETTLE = Duration.ofSeconds(8);

    private static final Duration AFTER_RELOAD = Duration.ofSeconds(4);

    private final Cleanup cleanup;
    private final List<Product> products;
    private final Grid grid;

    Scale(Cleanup cleanup, List<Product> products, Grid grid) {
        this.cleanup = cleanup;
        this.products = products;
        this.grid = grid;
    }

    /** Measures each product once. */
    void run() throws IOException, InterruptedException {
        for (Product product : products) {
            System.err.printf("scale: %s%n", product.name());
            try {
                measure(product);
            } catch (NotSeenException e) {
                System.err.println("scale: left out: " + e.getMessage());
            }
        }
    }

    private void measure(Product product)
            throws IOException, InterruptedException, NotSeenException {
        String before = CROWD.configuration("MASTER", OWNER);
        String after = CROWD.configuration("MASTER", OWNER, CHANGED);
        try (Ground ground = new Ground(CROWD.cables(), cleanup);
                Run run = ground.start(product, ground.a(), before)) {
            Watch start = new Watch();
            ground.await("all masters", start::isComplete, start, PATIENCE, run);
            Thread.sleep(SETTLE);
            ground.capture().look(start);
            double memory = run.usage().residentMegabytes();

            Reload unchanged = reload(ground, run, before, 1, start);
            Reload changed = reload(ground, run, after, 2, unchanged.watch());
            double memoryAfter = run.usage().residentMegabytes();
            ground.capture().end();
            grid.add(
                    "%d instances, %d addresses".formatted(CROWD.instances(), CROWD.addresses()),
                    product,
                    List.of(
                            millis(run.beganNanos(), start.lastMaster),
                            millis(run.beganNanos(), start.lastAddress),
                            memory,
                            unchanged.millis(),
                            unchanged.watch().rhythm.maxMillis(),
                            changed.millis(),
                            millis(changed.askedNanos(), changed.watch().lastAddress),
                            changed.watch().rhythm.maxMillis(),
                            memoryAfter,
                            (double) ground.capture().dropped()));
        }
    }

    private record Reload(long askedNanos, double millis, Watch watch) {}

    private static Reload reload(
            Ground ground, Run run, String configuration, int number, Watch before)
            throws IOException, InterruptedException, NotSeenException {
        ground.capture().look(before);
        Watch watch = before.goneOn();
        long asked = Wire.nowNanos();
        run.reload(configuration);
        long finished = run.await(RELOADED, number, PATIENCE);
        Thread.sleep(AFTER_RELOAD);
        ground.capture().look(watch);
        return new Reload(asked, millis(asked, finished), watch);
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }

    /** What is seen of the crowd on the wire. */
    private static final class Watch implements Sight {

        private final Rhythm rhythm;
        private final Set<Integer> addresses;
        private long lastMaster;
        private long lastAddress;

        Watch() {
            this(new Rhythm(CROWD.instances()), new HashSet<>());
        }

        private Watch(Rhythm rhythm, Set<Integer> addresses) {
            this.rhythm = rhythm;
            this.addresses = addresses;
        }

        /** The same later, with a count of its own, of the virtual routers that do not change. */
        Watch goneOn() {
            return new Watch(rhythm.goneOn(Long.MIN_VALUE, Long.MAX_VALUE), addresses);
        }

        boolean isComplete() {
            return rhythm.heard() == CROWD.instances() && addresses.size() == CROWD.addresses();
        }

        @Override
        public void advert(long nanos, int source, int vrid, int priority) {
            int before = rhythm.heard();
            int number = Crowd.number(source, vrid);
            if (number >= CHANGED || before < CROWD.instances()) {
                rhythm.advert(number, nanos);
            }
            if (rhythm.heard() > before) {
                lastMaster = nanos;
            }
        }

        @Override
        public void announcement(long nanos, int address, boolean own) {
            if (addresses.add(address)) {
                lastAddress = nanos;
            }
        }

        @Override
        public void connection(long nanos, int address) {}
    }
}
