package org.ninelives.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures Ninelives and keepalived in turn.
 *
 * <p>Arguments: the program of Ninelives, the folder for TSV files, what to measure ({@code
 * failover}, {@code start} or {@code all}), the rounds (0 for the default). Ends with status 0, or
 * 1 if a daemon did not do what is measured.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Product ninelives = new Product("Ninelives", List.of(arguments[0]));
        Product keepalived = new Product("keepalived", List.of("keepalived"));
        Path folder = Path.of(arguments[1]);
        String what = arguments[2];
        int rounds = Integer.parseInt(arguments[3]);
        Field field = new Field();
        int status = 0;
        try {
            if (!what.equals("failover")) {
                Table table = new Table("Start", keepalived);
                Start start =
                        new Start(
                                field,
                                List.of(ninelives, withoutArchive(ninelives), keepalived),
                                table);
                tell("start", start.estimate(rounds).toSeconds());
                start.run(rounds);
                finish(table, folder.resolve("start.tsv"));
            }
            if (!what.equals("start")) {
                Table table = new Table("Failover", keepalived);
                Failover failover = new Failover(field, List.of(ninelives, keepalived), table);
                tell("failover", failover.estimate(rounds).toSeconds());
                failover.run(rounds);
                finish(table, folder.resolve("failover.tsv"));
            }
        } catch (NotSeenException e) {
            System.err.println("benchmark: " + e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    /** The product as it starts where nobody has made an archive of its classes. */
    private static Product withoutArchive(Product ninelives) {
        String ofTheJdkAlone =
                "NINELIVES_JAVA_OPTS=-XX:SharedArchiveFile="
                        + Path.of(System.getProperty("java.home"), "lib/server/classes.jsa");
        return new Product(
                ninelives.name() + ", no archive",
                List.of("env", ofTheJdkAlone, ninelives.program().getFirst()));
    }

    private static void tell(String name, long seconds) {
        System.err.printf("%s: takes about %d min %d s%n", name, seconds / 60, seconds % 60);
    }

    private static void finish(Table table, Path file) throws IOException {
        table.print(System.out);
        table.write(file);
        System.out.printf("%nAlso in %s%n", file);
    }
}
