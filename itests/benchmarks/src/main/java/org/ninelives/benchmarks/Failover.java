package org.ninelives.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.ninelives.demo.lab.Daemon;
import org.ninelives.demo.lab.Probe;
import org.ninelives.demo.lab.ProbeAccount;

/**
 * How long an address has no owner when its master dies, and when it is stopped in order.
 *
 * <p>Each round starts a fresh pair of the same product, so that every takeover is the first of its
 * process, as it is in life.
 */
final class Failover {

    private static final List<Pace> PACES =
            List.of(
                    new Pace(2, Duration.ofSeconds(1), 5),
                    new Pace(3, Duration.ofMillis(100), 20),
                    new Pace(3, Duration.ofMillis(10), 30));
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long SETTLE_MILLIS_MIN = 500; // starting is over, the loops are quiet
    private static final double START_SECONDS = 1.2; // a guess, for the estimate alone

    private final Field field;
    private final List<Product> products;
    private final Table table;
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    /** How the master goes. */
    private enum Departure {
        KILL("kill -9 and cable pulled") {
            @Override
            double vrrpWaitsMillis(Pace pace) {
                return pace.masterDownMillis();
            }
        },
        STOP("kill -TERM") {
            @Override
            double vrrpWaitsMillis(Pace pace) {
                return pace.skewMillis();
            }
        };

        private final String words;

        Departure(String words) {
            this.words = words;
        }

        abstract double vrrpWaitsMillis(Pace pace);
    }

    Failover(Field field, List<Product> products, Table table) {
        this.field = field;
        this.products = products;
        this.table = table;
    }

    /** Roughly how long {@link #run} takes. */
    Duration estimate(int rounds) {
        double seconds = 0;
        for (Pace pace : PACES) {
            double settle = Math.max(SETTLE_MILLIS_MIN, 3 * pace.interval().toMillis());
            double both = 2 * (START_SECONDS * 1000 + pace.masterDownMillis() + settle);
            double departures = pace.masterDownMillis() + pace.skewMillis();
            seconds += rounds(pace, rounds) * products.size() * (both + departures) / 1000;
        }
        return Duration.ofSeconds((long) seconds);
    }

    /**
     * Measures.
     *
     * @param rounds rounds of each kind, or 0 for as many as each pace proposes
     */
    void run(int rounds) throws IOException, InterruptedException, NotSeenException {
        for (Pace pace : PACES) {
            try (Probe probe = field.probe(pace.probePeriod())) {
                for (int round = 1; round <= rounds(pace, rounds); round++) {
                    System.err.printf(
                            "failover: adverts every %d ms, round %d of %d%n",
                            pace.interval().toMillis(), round, rounds(pace, rounds));
                    for (Departure departure : Departure.values()) {
                        for (Product product : products) {
                            measure(product, pace, departure, probe.account());
                        }
                    }
                }
            }
        }
    }

    private void measure(Product product, Pace pace, Departure departure, ProbeAccount client)
            throws IOException, InterruptedException, NotSeenException {
        field.reset();
        Daemon master =
                field.start(
                        product,
                        field.hostA(),
                        pace.configuration("MASTER", Pace.PRIORITY_MASTER, Field.SHARED_ADDRESS),
                        line -> {});
        field.wire().awaitFirst(Failover::fromA, PATIENCE);
        CountDownLatch isBackup = new CountDownLatch(1);
        Daemon backup =
                field.start(
                        product,
                        field.hostB(),
                        pace.configuration("BACKUP", Pace.PRIORITY_BACKUP, Field.SHARED_ADDRESS),
                        line -> countBackup(line, isBackup));
        require(isBackup.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "the backup starts");
        require(client.awaitAnswerFrom("a", PATIENCE), "the master answers the client");
        long interval = pace.interval().toMillis();
        // A random moment within an interval, as failures choose it.
        Thread.sleep(Math.max(SETTLE_MILLIS_MIN, 2 * interval) + random.nextLong(interval));

        client.watch();
        int needless = field.wire().count(Failover::fromB);
        long departed = Wire.nowNanos();
        depart(departure, master);
        Advert first = field.wire().awaitFirst(a -> fromB(a) && a.nanos() > departed, PATIENCE);
        require(client.awaitAnswerFrom("b", PATIENCE), "the backup answers the client");
        Thread.sleep(pace.probePeriod().multipliedBy(10)); // the longest silence is over
        double clientWaited = client.longestSilence().toNanos() / 1e6;
        Advert last =
                field.wire()
                        .last(Failover::fromA)
                        .orElseThrow(() -> new NotSeenException("the master's last advert"));
        master.kill();
        backup.kill();

        double waits = departure.vrrpWaitsMillis(pace);
        double onTheWire = (first.nanos() - last.nanos()) / 1e6;
        String situation =
                String.format(
                        Locale.ROOT,
                        "%s, adverts every %d ms (VRRP waits %.1f ms)",
                        departure.words,
                        interval,
                        waits);
        report(situation, "no master on the wire", product, onTheWire);
        report(situation, "late against VRRP", product, onTheWire - waits);
        report(situation, "no answer to the client", product, clientWaited);
        table.add(
                new Table.Question(situation, "backup spoke before", "adverts"), product, needless);
    }

    private void report(String situation, String measured, Product product, double millis) {
        table.add(new Table.Question(situation, measured, "ms"), product, millis);
    }

    private void depart(Departure departure, Daemon master) {
        switch (departure) {
            case KILL -> {
                master.kill();
                field.hostA().unplug();
            }
            case STOP -> master.terminate();
        }
    }

    private static int rounds(Pace pace, int rounds) {
        return rounds == 0 ? pace.rounds() : rounds;
    }

    private static boolean fromA(Advert advert) {
        return advert.source().equals(Field.ADDRESS_A);
    }

    private static boolean fromB(Advert advert) {
        return advert.source().equals(Field.ADDRESS_B);
    }

    private static void countBackup(String line, CountDownLatch isBackup) {
        if (line.contains("Entering BACKUP STATE")) {
            isBackup.countDown();
        }
    }

    private static void require(boolean seen, String what) throws NotSeenException {
        if (!seen) {
            throw new NotSeenException("not seen within " + PATIENCE + ": " + what);
        }
    }
}
