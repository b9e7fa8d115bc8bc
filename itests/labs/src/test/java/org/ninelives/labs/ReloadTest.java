package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Configurations that are edited and reloaded all the time, well and badly, under a running pair.
 */
@LabTest
@Isolated("looks for adverts that are some tens of milliseconds late")
class ReloadTest {
    private static final int EDITS = 200;
    private static final int BAD_OUT_OF_TEN = 4;
    private static final List<Breakage> BREAKAGES = List.of(Breakage.values());
    private static final int ROUTERS = 4;
    private static final int STEADY_ROUTERS = 2;

    /** An advert every 500 ms: one that is late on a loaded machine is not yet missed. */
    private static final Duration GAP_MAX = Duration.ofMillis(900);

    @Test
    void twoHundredEditsMoveNothing() throws IOException {
        long seed = Long.getLong("labs.seed", System.nanoTime());
        System.out.printf("lab: reload, seed %d%n", seed);
        Random random = new Random(seed);
        Pairing pairing = new Pairing(Implementation.NINELIVES, Implementation.NINELIVES);
        try (Lab lab = Labs.open("reload", pairing);
                Edited a = new Edited(lab, "a");
                Edited b = new Edited(lab, "b")) {
            List<Edited> both = List.of(a, b);
            lab.await("each has its addresses", () -> a.ownsItsAddresses() && b.ownsItsAddresses());
            both.forEach(Edited::begin);
            Instant begin = Instant.now();

            for (int i = 0; i < EDITS; i++) {
                Edited edited = both.get(random.nextInt(2));
                if (random.nextInt(10) < BAD_OUT_OF_TEN) {
                    edited.spoil(i, random);
                } else {
                    edited.edit(i, random);
                }
            }
            Duration length = Duration.between(begin, Instant.now());
            for (Edited edited : both) {
                edited.removeGuest();
                edited.verifyNothingMoved();
                edited.verifyNothingLeaked();
            }
            System.out.printf("lab: reload, %d edits in %d ms%n", EDITS, length.toMillis());
            verifyAdverts(lab, both, begin);

            for (Edited edited : both) {
                edited.router.term();
                assertThat(edited.router.node().addresses())
                        .extracting(Address::local)
                        .containsExactlyInAnyOrder("127.0.0.1", edited.router.node().address());
            }
        }
    }

    private static void verifyAdverts(Lab lab, List<Edited> both, Instant begin) {
        Instant end = Instant.now();
        lab.awaitAdvert(both.getFirst().router.node(), end);
        List<Advert> adverts =
                lab.wire().adverts().stream()
                        .filter(advert -> advert.time().isAfter(begin))
                        .filter(advert -> advert.time().isBefore(end))
                        .filter(advert -> advert.vrid() != EditedConfiguration.GUEST_VRID)
                        .toList();
        for (int i = 1; i <= ROUTERS; i++) {
            int number = i;
            String master =
                    both.stream()
                            .filter(edited -> edited.configuration.isMaster(number))
                            .map(edited -> edited.router.node().address())
                            .findFirst()
                            .orElseThrow();
            List<Advert> own =
                    adverts.stream().filter(advert -> advert.vrid() == 50 + number).toList();
            assertThat(own).extracting(Advert::source).containsOnly(master);
            Duration longest = longestGap(begin, own, end);
            System.out.printf("lab: reload, VI_%d: longest gap %d ms%n", i, longest.toMillis());
            if (i <= STEADY_ROUTERS) {
                assertThat(longest).as("longest gap of VI_" + i).isLessThan(GAP_MAX);
            }
        }
    }

    /** The longest time without an advert, from begin to end. */
    private static Duration longestGap(Instant begin, List<Advert> adverts, Instant end) {
        List<Instant> times = new ArrayList<>(List.of(begin));
        adverts.stream().map(Advert::time).forEach(times::add);
        times.add(end);
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** A router whose configuration is edited. */
    private static final class Edited implements AutoCloseable {
        private final Lab lab;
        private final EditedConfiguration configuration;
        private final Path file;
        private final Router router;
        private final Beans beans;
        private String logAtBegin = "";
        private Vitals vitalsAtBegin;
        private int reloads;

        Edited(Lab lab, String name) throws IOException {
            this.lab = lab;
            configuration = new EditedConfiguration(name);
            file = lab.node(name).folder().resolve("keepalived.conf");
            Files.writeString(file, configuration.text());
            router = lab.start(name, file);
            router.log().await("JMX connector");
            beans = router.beans();
        }

        void begin() {
            assertThat(reloadToTheLastLine().get("result")).isEqualTo("UNCHANGED");
            logAtBegin = router.log().text();
            vitalsAtBegin = router.vitals();
        }

        void edit(int number, Random random) throws IOException {
            boolean changed = configuration.edit(random);
            Files.writeString(file, configuration.text());
            CompositeData report = reload(random);
            assertThat(report.get("result"))
                    .as("edit %d on %s: %s%n%s", number, file, report, configuration.text())
                    .isEqualTo(changed ? "APPLIED" : "UNCHANGED");
            lab.await(
                    "addresses after edit %d on %s are %s"
                            .formatted(number, file, configuration.addresses()),
                    () -> addressesButTheGuests().equals(configuration.addresses()));
        }

        void spoil(int number, Random random) throws IOException {
            Breakage breakage = BREAKAGES.get(random.nextInt(BREAKAGES.size()));
            String before = beans.effectiveConfiguration();
            breakage.write(file, configuration.text(), random);
            CompositeData report = reload(random);
            assertThat(report.get("result"))
                    .as("edit %d on %s, %s: %s", number, file, breakage, report)
                    .isEqualTo("REFUSED");
            assertThat((String) report.get("summary")).isNotBlank();
            assertThat((String[]) report.get("problems")).isNotEmpty();
            assertThat(beans.effectiveConfiguration()).isEqualTo(before);
            assertThat(addressesButTheGuests())
                    .as("addresses after edit %d on %s, which was refused", number, file)
                    .isEqualTo(configuration.addresses());
        }

        void removeGuest() throws IOException {
            configuration.removeGuest();
            Files.writeString(file, configuration.text());
            reloadToTheLastLine();
            lab.await("the guest's address is gone", this::ownsItsAddresses);
        }

        /** Reloads, and waits until the log has all that was said before and of it. */
        private CompositeData reloadToTheLastLine() {
            CompositeData report = reloadByBean();
            router.log().await(reloads, "Reload finished");
            return report;
        }

        boolean ownsItsAddresses() {
            return ownAddresses().equals(configuration.addresses());
        }

        /** Nothing but the guest may have changed its state. */
        void verifyNothingMoved() {
            assertThat(router.log().text().substring(logAtBegin.length()).lines())
                    .filteredOn(line -> line.contains("STATE") && !line.contains("(GUEST)"))
                    .isEmpty();
        }

        void verifyNothingLeaked() {
            Vitals now = router.vitals();
            System.out.printf(
                    "lab: reload, %s: before %s; after %s%n",
                    router.node().name(), vitalsAtBegin, now);
            lab.awaitClosed(router, vitalsAtBegin);
        }

        private Set<String> addressesButTheGuests() {
            Set<String> own = ownAddresses();
            own.remove(configuration.guestAddress());
            return own;
        }

        private CompositeData reload(Random random) {
            return random.nextBoolean() ? reloadByBean() : reloadBySignal();
        }

        private CompositeData reloadByBean() {
            reloads++;
            return beans.reload();
        }

        private CompositeData reloadBySignal() {
            reloads++;
            Object before = beans.lastReload().get("timeMillis");
            router.reload();
            lab.await("a reload", () -> !before.equals(beans.lastReload().get("timeMillis")));
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
