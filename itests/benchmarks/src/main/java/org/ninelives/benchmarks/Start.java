package org.ninelives.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.ninelives.demo.lab.Daemon;

/** How long a daemon takes from exec to its first advert, and how much memory it then has. */
final class Start {

    private static final int ROUNDS = 9;
    private static final int OWNER = 255; // sends its first advert without waiting
    private static final Pace PACE = new Pace(2, Duration.ofSeconds(1), ROUNDS);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration MEMORY_AFTER = Duration.ofSeconds(5);
    private static final String SITUATION = "one instance, priority 255";
    private static final Table.Question FIRST_ADVERT =
            new Table.Question(SITUATION, "exec to first advert", "ms");
    private static final Table.Question RESIDENT =
            new Table.Question(SITUATION, "memory, RSS", "MB");
    private static final Table.Question PROPORTIONAL =
            new Table.Question(SITUATION, "memory, PSS", "MB");

    private final Field field;
    private final List<Product> products;
    private final Table table;

    Start(Field field, List<Product> products, Table table) {
        this.field = field;
        this.products = products;
        this.table = table;
    }

    /** Roughly how long {@link #run} takes. */
    Duration estimate(int rounds) {
        return MEMORY_AFTER.multipliedBy((long) rounds(rounds) * products.size());
    }

    /**
     * Measures.
     *
     * @param rounds starts of each product, or 0 for 9
     */
    void run(int rounds) throws IOException, InterruptedException, NotSeenException {
        for (int round = 1; round <= rounds(rounds); round++) {
            System.err.printf("start: round %d of %d%n", round, rounds(rounds));
            for (Product product : products) {
                measure(product);
            }
        }
    }

    private void measure(Product product)
            throws IOException, InterruptedException, NotSeenException {
        field.reset();
        long beginNanos = Wire.nowNanos();
        Daemon daemon =
                field.start(
                        product,
                        field.hostA(),
                        PACE.configuration("MASTER", OWNER, Field.SHARED_ADDRESS),
                        line -> {});
        Advert first = field.wire().awaitFirst(advert -> true, PATIENCE);
        Thread.sleep(MEMORY_AFTER.minusNanos(Wire.nowNanos() - beginNanos));
        Memory memory = Memory.of(daemon.handle());
        daemon.kill();

        table.add(FIRST_ADVERT, product, (first.nanos() - beginNanos) / 1e6);
        table.add(RESIDENT, product, memory.residentMegabytes());
        table.add(PROPORTIONAL, product, memory.proportionalMegabytes());
    }

    private static int rounds(int rounds) {
        return rounds == 0 ? ROUNDS : rounds;
    }
}
