package org.ninelives.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.ipvs.internal.NetlinkIpvsKernel;

/**
 * Measures Ninelives and keepalived in turn.
 *
 * <p>Arguments: the program of Ninelives, the folder for TSV files, what to measure ({@code
 * checks}, {@code failover}, {@code ipvs}, {@code jitter}, {@code mass}, {@code scale}, {@code
 * start}, or {@code all} but {@code ipvs}, which needs another kernel), then the rounds of {@code
 * start} and {@code failover}, or the numbers of instances for {@code jitter}, of servers for
 * {@code checks}; none for the default. Ends with status 0, or 1 if a daemon did not do what is
 * measured.
 */
public final class Bench {

    private static final List<Integer> CROWDS = List.of(1, 50, 255, 1000);
    private static final List<Integer> SERVERS = List.of(10, 1000, 10_000);

    private final Cleanup cleanup = Cleanup.atExit();
    private final Product ninelives;
    private final Product keepalived;
    private final List<Product> products;
    private final Path folder;

    private Bench(Product ninelives, Product keepalived, Path folder) {
        this.ninelives = ninelives;
        this.keepalived = keepalived;
        this.products = List.of(ninelives, keepalived);
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Product ninelives = new Product("Ninelives", List.of(arguments[0]));
        Product keepalived = new Product("keepalived", List.of("keepalived"));
        Path folder = Path.of(arguments[1]);
        String what = arguments[2];
        List<Integer> numbers =
                Arrays.stream(arguments).skip(3).map(Integer::valueOf).filter(n -> n > 0).toList();
        Bench bench = new Bench(ninelives, keepalived, folder);
        int status = 0;
        try {
            switch (what) {
                case "start" -> bench.start(numbers);
                case "failover" -> bench.failover(numbers);
                case "jitter" -> bench.jitter(numbers);
                case "scale" -> bench.scale();
                case "mass" -> bench.mass();
                case "ipvs" -> bench.ipvs();
                case "checks" -> bench.checks(numbers);
                case "all" -> bench.all(numbers);
                default -> throw new IllegalArgumentException("no such benchmark: " + what);
            }
        } catch (NotSeenException e) {
            System.err.println("benchmark: " + e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private void all(List<Integer> numbers)
            throws IOException, InterruptedException, NotSeenException {
        start(numbers);
        failover(numbers);
        jitter(List.of());
        scale();
        mass();
        checks(List.of());
    }

    private void start(List<Integer> numbers)
            throws IOException, InterruptedException, NotSeenException {
        Table table = new Table("Start", keepalived);
        List<Product> all = List.of(ninelives, withoutArchive(ninelives), keepalived);
        Start start = new Start(new Field(), all, table);
        int rounds = numbers.isEmpty() ? 0 : numbers.getFirst();
        tell("start", start.estimate(rounds).toSeconds());
        start.run(rounds);
        finish(table, folder.resolve("start.tsv"));
    }

    private void failover(List<Integer> numbers)
            throws IOException, InterruptedException, NotSeenException {
        Table table = new Table("Failover", keepalived);
        Failover failover = new Failover(new Field(), products, table);
        int rounds = numbers.isEmpty() ? 0 : numbers.getFirst();
        tell("failover", failover.estimate(rounds).toSeconds());
        failover.run(rounds);
        finish(table, folder.resolve("failover.tsv"));
    }

    private void jitter(List<Integer> numbers) throws IOException, InterruptedException {
        Grid grid = new Grid("Jitter", Jitter.COLUMNS);
        Jitter jitter = new Jitter(cleanup, products, grid);
        List<Integer> crowds = numbers.isEmpty() ? CROWDS : numbers;
        tell("jitter", jitter.estimate(crowds).toSeconds());
        jitter.run(crowds);
        finish(grid, folder.resolve("jitter.tsv"));
    }

    private void scale() throws IOException, InterruptedException {
        Grid grid = new Grid("Scale", Scale.COLUMNS);
        tell("scale", 90);
        new Scale(cleanup, products, grid).run();
        finish(grid, folder.resolve("scale.tsv"));
    }

    private void mass() throws IOException, InterruptedException {
        Grid grid = new Grid("Mass takeover", Mass.COLUMNS);
        tell("mass", 240);
        new Mass(cleanup, products, grid).run();
        finish(grid, folder.resolve("mass.tsv"));
    }

    private void ipvs() throws Exception {
        Grid grid = new Grid("Load balancing", Balancing.COLUMNS);
        tell("ipvs", 180);
        new Balancing(cleanup, new NetlinkIpvsKernel(), products, grid).run();
        finish(grid, folder.resolve("ipvs.tsv"));
    }

    private void checks(List<Integer> numbers) throws IOException, InterruptedException {
        Grid grid = new Grid("Checks (keepalived with an IPVS that does nothing)", Checks.COLUMNS);
        Path own = cleanup.newFolder("ninelives-bench");
        List<Product> both = List.of(ninelives, PretendIpvs.in(keepalived, own));
        Checks checks = new Checks(cleanup, both, own, grid);
        List<Integer> counts = numbers.isEmpty() ? SERVERS : numbers;
        tell("checks", checks.estimate(counts).toSeconds());
        checks.run(counts);
        finish(grid, folder.resolve("checks.tsv"));
        grid.printMarkdown(System.out, Checks.TOLD);
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

    private static void finish(Report report, Path file) throws IOException {
        report.print(System.out);
        report.write(file);
        System.out.printf("%nAlso in %s%n", file);
    }
}
