package org.ninelives.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.ninelives.demo.lab.Cleanup;

/** How a backup takes over thousands of addresses when their master goes. */
final class Mass {

    static final List<String> COLUMNS =
            List.of(
                    "gone to last address ms",
                    "first advert, latest past bound ms",
                    "last address past bound ms",
                    "max gap after takeover ms",
                    "wrongly master before",
                    "lost by capture");

    private static final List<Integer> INTERVALS_MILLIS = List.of(1000, 100);
    private static final int INSTANCES = 1000;
    private static final int ADDRESSES_EACH = 10;
    private static final int PRIORITY_MASTER = 200;
    private static final int PRIORITY_BACKUP = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The second burst of gratuitous ARP, 5 s after the first, is over. */
    private static final Duration SETTLE = Duration.ofSeconds(8);

    /** Two masters that hear each other settle within a few adverts. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration AFTER_TAKEOVER = Duration.ofSeconds(4);

    private final Cleanup cleanup;
    private final List<Product> products;
    private final Grid grid;

    /** How the master goes. */
    private enum Departure {
        KILL("killed"),
        STOP("stopped");

        private final String words;

        Departure(String words) {
            this.words = words;
        }

        /** How long VRRP version 3 lets a backup wait after the last advert: RFC 9568, 6.1. */
        double boundNanos(Crowd crowd) {
            double interval = crowd.intervalMillis() * 1e6;
            double skew = (256 - PRIORITY_BACKUP) / 256.0 * interval;
            return this == KILL ? 3 * interval + skew : skew;
        }
    }

    Mass(Cleanup cleanup, List<Product> products, Grid grid) {
        this.cleanup = cleanup;
        this.products = products;
        this.grid = grid;
    }

    /** Measures each departure of each product once at each interval. */
    void run() throws IOException, InterruptedException {
        for (int interval : INTERVALS_MILLIS) {
            for (Departure departure : Departure.values()) {
                for (Product product : products) {
                    System.err.printf(
                            "mass: every %d ms, %s, %s%n",
                            interval, departure.words, product.name());
                    try {
                        measure(product, new Crowd(INSTANCES, ADDRESSES_EACH, interval), departure);
                    } catch (NotSeenException e) {
                        System.err.println("mass: left out: " + e.getMessage());
                    }
                }
            }
        }
    }

    private void measure(Product product, Crowd crowd, Departure departure)
            throws IOException, InterruptedException, NotSeenException {
        try (Ground ground = new Ground(crowd.cables(), cleanup);
                Run master =
                        ground.start(
                                product,
                                ground.a(),
                                crowd.configuration("MASTER", PRIORITY_MASTER))) {
            Watch start = new Watch(crowd);
            ground.await("all masters", start::isComplete, start, PATIENCE, master);
            try (Run backup =
                    ground.start(
                            product, ground.b(), crowd.configuration("BACKUP", PRIORITY_BACKUP))) {
                backup.await("Entering BACKUP STATE", INSTANCES, PATIENCE);
                Thread.sleep(SETTLE);
                ground.await(
                        "a backup that is silent for " + SILENCE,
                        () -> start.isBackupSilent(Wire.nowNanos() - SILENCE.toNanos()),
                        start,
                        PATIENCE,
                        backup);

                Watch takeover = start.goneOn();
                long departed = Wire.nowNanos();
                switch (departure) {
                    case KILL -> master.kill();
                    case STOP -> master.terminate();
                }
                ground.await("the takeover", takeover::isComplete, takeover, PATIENCE, backup);
                Thread.sleep(AFTER_TAKEOVER);
                ground.capture().end();
                ground.capture().look(takeover);
                takeover.requireOneMaster();
                report(product, crowd, departure, departed, takeover, ground.capture());
            }
        }
    }

    private void report(
            Product product,
            Crowd crowd,
            Departure departure,
            long departed,
            Watch takeover,
            Capture capture)
            throws IOException {
        double bound = departure.boundNanos(crowd);
        grid.add(
                "%d instances, %d addresses, adverts every %d ms, master %s"
                        .formatted(
                                crowd.instances(),
                                crowd.addresses(),
                                crowd.intervalMillis(),
                                departure.words),
                product,
                List.of(
                        takeover.lastAddressNanos(departed) / 1e6,
                        takeover.latestAdvertNanos(bound) / 1e6,
                        takeover.latestAddressNanos(bound) / 1e6,
                        takeover.backups.maxMillis(),
                        (double) takeover.mastersBefore,
                        (double) capture.dropped()));
    }

    /** What is seen of the two nodes, one after the other, where the backup is. */
    private static final class Watch implements Sight {

        private final Crowd crowd;
        private final Rhythm masters;
        private final Rhythm backups;

        /** Whose announcements count: those of the node that is to be master. */
        private final boolean ofBackup;

        /** When each address was first announced. */
        private final long[] announced;

        private int announcements;
        private int mastersBefore;
        private long lastOfBackup;

        Watch(Crowd crowd) {
            this(crowd, new Rhythm(crowd.instances()), false);
        }

        private Watch(Crowd crowd, Rhythm masters, boolean ofBackup) {
            this.crowd = crowd;
            this.masters = masters;
            this.ofBackup = ofBackup;
            backups = new Rhythm(crowd.instances());
            announced = new long[crowd.addresses()];
        }

        /**
         * The same later: when the master was heard last is known, but nothing has been heard of
         * the backup.
         */
        Watch goneOn() {
            Watch later = new Watch(crowd, masters, true);
            later.mastersBefore = backups.heard();
            return later;
        }

        /** Whether the backup has sent no advert since that time. */
        boolean isBackupSilent(long sinceNanos) {
            return lastOfBackup < sinceNanos;
        }

        /** Times of a takeover mean something only where one node was master at a time. */
        void requireOneMaster() throws NotSeenException {
            for (int i = 0; i < crowd.instances(); i++) {
                if (backups.firstNanos(i) <= masters.lastNanos(i)) {
                    throw new NotSeenException(
                            "virtual router %d had two masters at once, so no takeover"
                                    .formatted(i + 1));
                }
            }
        }

        boolean isComplete() {
            return announcements == crowd.addresses();
        }

        @Override
        public void advert(long nanos, int source, int vrid, int priority) {
            int number = Crowd.number(source, vrid);
            if (Segments.isFromA(source)) {
                masters.advert(number, nanos);
            } else {
                backups.advert(number, nanos);
                lastOfBackup = nanos;
            }
        }

        @Override
        public void announcement(long nanos, int address, boolean own) {
            int number =
                    Crowd.numberOf(address) * crowd.addressesEach() + Crowd.hostOf(address) - 1;
            if (own == ofBackup && announced[number] == 0) {
                announced[number] = nanos;
                announcements++;
            }
        }

        @Override
        public void connection(long nanos, int address) {}

        double lastAddressNanos(long departed) {
            return Arrays.stream(announced).max().orElseThrow() - departed;
        }

        /** How late the latest first advert is against this bound. */
        double latestAdvertNanos(double bound) {
            double latest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < crowd.instances(); i++) {
                latest = Math.max(latest, backups.firstNanos(i) - masters.lastNanos(i) - bound);
            }
            return latest;
        }

        /** How late the latest address is against this bound. */
        double latestAddressNanos(double bound) {
            double latest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < announced.length; i++) {
                long last = masters.lastNanos(i / crowd.addressesEach());
                latest = Math.max(latest, announced[i] - last - bound);
            }
            return latest;
        }
    }
}
