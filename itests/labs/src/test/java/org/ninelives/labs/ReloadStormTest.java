package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** A thousand reloads in a row, each compared to its plan and to what was there afterwards. */
@LabTest
@ExtendWith(Evidence.class)
@Isolated("looks for adverts that are some tens of milliseconds late")
class ReloadStormTest {
    private static final int RELOADS = 1_000;

    /** From here on nothing may grow. */
    private static final int WARM = 200;

    private static final List<Breakage> BREAKAGES = List.of(Breakage.values());
    private static final long HEAP_GROWTH_MAX = 4 << 20;

    /** An advert every 500 ms: one that is late on a loaded machine is not yet missed. */
    private static final Duration GAP_MAX = Duration.ofMillis(900);

    @Test
    void whatAPlanSaysIsWhatHappens() throws IOException {
        long seed = Long.getLong("labs.seed", System.nanoTime());
        System.out.printf("lab: storm, seed %d%n", seed);
        try (Lab lab = Labs.open("storm", Labs.NINELIVES_ALONE);
                Storm storm = new Storm(lab, new Random(seed))) {
            Router b = lab.start("b", written(lab, new StormConfiguration("b", Map.of())));
            lab.await("b has its address", () -> b.node().owns("10.0.0.42"));
            lab.await("a has its address", () -> storm.router.node().owns("10.0.0.41"));
            lab.awaitBackup(b, storm.router);

            Instant begin = Instant.now();
            for (int i = 0; i < WARM; i++) {
                storm.step(i);
            }
            storm.calm();
            Vitals before = storm.router.vitals();
            long heapBefore = storm.heapBytes();
            for (int i = WARM; i < RELOADS; i++) {
                storm.step(i);
            }
            storm.calm();
            Duration length = Duration.between(begin, Instant.now());

            Vitals after = storm.router.vitals();
            long heapAfter = storm.heapBytes();
            Evidence.note(
                    "%d reloads (%s) in %d s, heap %d KB then %d KB, %s then %s"
                            .formatted(
                                    RELOADS,
                                    storm.told(),
                                    length.toSeconds(),
                                    heapBefore >> 10,
                                    heapAfter >> 10,
                                    before,
                                    after));
            lab.awaitClosed(storm.router, before);
            assertThat(heapAfter - heapBefore).isLessThan(HEAP_GROWTH_MAX);
            verifyAdverts(lab, storm.router, b, begin);
        }
    }

    private static void verifyAdverts(Lab lab, Router a, Router b, Instant begin) {
        Instant end = Instant.now();
        lab.awaitAdvert(a.node(), end);
        lab.awaitAdvert(b.node(), end);
        for (Map.Entry<Integer, Router> master : Map.of(51, a, 52, b).entrySet()) {
            List<Advert> adverts =
                    lab.wire().adverts().stream()
                            .filter(advert -> advert.vrid() == master.getKey())
                            .filter(advert -> advert.time().isAfter(begin))
                            .filter(advert -> advert.time().isBefore(end))
                            .toList();
            assertThat(adverts)
                    .extracting(Advert::source)
                    .containsOnly(master.getValue().node().address());
            Duration longest = longestGap(begin, adverts, end);
            Evidence.note(
                    "longest gap of vrid %d: %d ms".formatted(master.getKey(), longest.toMillis()));
            assertThat(longest).isLessThan(GAP_MAX);
        }
    }

    private static Duration longestGap(Instant begin, List<Advert> adverts, Instant end) {
        List<Instant> times = new ArrayList<>(List.of(begin));
        adverts.forEach(advert -> times.add(advert.time()));
        times.add(end);
        Duration longest = Duration.ZERO;
        for (int i = 1; i < times.size(); i++) {
            Duration gap = Duration.between(times.get(i - 1), times.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    private static Path written(Lab lab, StormConfiguration configuration) throws IOException {
        return Files.writeString(
                lab.node(configuration.node()).folder().resolve("keepalived.conf"),
                configuration.text("as it began"));
    }

    /** The router on node a in its storm. */
    private static final class Storm implements AutoCloseable {
        private final Lab lab;
        private final Random random;
        private final Path file;
        private final Router router;
        private final Beans beans;
        private StormConfiguration before = new StormConfiguration("a", Map.of());
        private StormConfiguration runs = before;
        private int applied;
        private int unchanged;
        private int refused;
        private int rolledBack;
        private boolean canGoBack;

        Storm(Lab lab, Random random) throws IOException {
            this.lab = lab;
            this.random = random;
            file = written(lab, runs);
            router = lab.start("a", file);
            router.log().await("JMX connector");
            beans = router.beans();
        }

        void step(int number) throws IOException {
            int kind = random.nextInt(100);
            if (kind < 25) {
                spoil(number);
            } else if (kind < 30 && canGoBack) {
                goBack(number);
            } else {
                edit(number, runs.edited(random));
            }
            lab.await(
                    "beans after %d, %s".formatted(number, runs.names()),
                    () -> beans.instances().equals(runs.names()));
            lab.await(
                    "addresses after %d, %s".formatted(number, runs.addresses()),
                    () -> ownAddresses().equals(runs.addresses()));
        }

        /** As it began, with nothing left to be thrown away. */
        void calm() throws IOException {
            edit(-1, new StormConfiguration("a", Map.of()));
            beans.collectGarbage();
        }

        long heapBytes() {
            return beans.heapBytes();
        }

        String told() {
            return "%d applied, %d unchanged, %d refused, %d taken back"
                    .formatted(applied, unchanged, refused, rolledBack);
        }

        private void edit(int number, StormConfiguration next) throws IOException {
            Files.writeString(file, next.text("edit " + number));
            Set<String> expected = StormConfiguration.changes(runs, next);
            CompositeData plan = beans.plan();
            assertThat(plan.get("result")).as("plan %d: %s", number, plan).isEqualTo("PLANNED");
            assertThat(briefly(plan)).as("plan %d", number).isEqualTo(expected);

            CompositeData report = reload();

            assertSame(number, plan, report);
            assertThat(report.get("result"))
                    .isEqualTo(expected.isEmpty() ? "UNCHANGED" : "APPLIED");
            if (expected.isEmpty()) {
                unchanged++;
            } else {
                applied++;
                before = runs;
                runs = next;
                canGoBack = true;
            }
        }

        private void spoil(int number) throws IOException {
            Breakage breakage = BREAKAGES.get(random.nextInt(BREAKAGES.size()));
            breakage.write(file, runs.edited(random).text("edit " + number), random);
            CompositeData plan = beans.plan();
            assertThat(plan.get("result"))
                    .as("plan %d, %s: %s", number, breakage, plan)
                    .isEqualTo("REFUSED");

            CompositeData report = reload();

            assertSame(number, plan, report);
            assertThat(report.get("result")).isEqualTo("REFUSED");
            assertThat(report.get("summary")).isEqualTo(plan.get("summary"));
            refused++;
        }

        private void goBack(int number) {
            CompositeData report = beans.rollback();
            assertThat(report.get("result")).as("rollback %d", number).isEqualTo("APPLIED");
            assertThat(briefly(report)).isEqualTo(StormConfiguration.changes(runs, before));
            runs = before;
            canGoBack = false;
            rolledBack++;
        }

        private static void assertSame(int number, CompositeData plan, CompositeData report) {
            for (String item : List.of("changes", "problems")) {
                assertThat((String[]) report.get(item))
                        .as("%s of %d", item, number)
                        .isEqualTo(plan.get(item));
            }
            assertThat(report.get("hash")).isEqualTo(plan.get("hash"));
        }

        /** Each change without its details. */
        private static Set<String> briefly(CompositeData report) {
            Set<String> changes = new TreeSet<>();
            Arrays.stream((CompositeData[]) report.get("table"))
                    .map(row -> row.get("action") + " " + row.get("kind") + " " + row.get("name"))
                    .forEach(changes::add);
            return changes;
        }

        private CompositeData reload() {
            if (random.nextBoolean()) {
                return beans.reload();
            }
            long last = beans.latestReload();
            router.reload();
            lab.await("a reload", () -> beans.latestReload() > last);
            return beans.lastReload();
        }

        private Set<String> ownAddresses() {
            Set<String> own = new TreeSet<>();
            router.node().addresses().stream()
                    .filter(address -> address.device().equals("eth0"))
                    .filter(address -> !address.local().equals(router.node().address()))
                    .forEach(address -> own.add(address.local() + "/" + address.prefixLength()));
            return own;
        }

        @Override
        public void close() {
            beans.close();
        }
    }
}
