package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A pair that is flooded with packets goes on as if nothing happened. */
@LabTest
@Isolated("takes the processors away from others")
class PacketStormTest {
    private static final String VIP = "10.0.0.44";
    private static final String INSTANCE = "VI_1";

    /** At most; a slow machine sends them at its own pace. */
    private static final int PACKETS_PER_SECOND = 50_000;

    private static final int PACKETS = 250_000;
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int LOG_LINES_MAX = 20;
    private static final long RESIDENT_BYTES_MAX = 256L << 20;

    @Test
    void neitherMastershipNorCadenceNorTheLogMinds() {
        long seed = Long.getLong("labs.seed", System.nanoTime());
        Pairing pairing = new Pairing(Implementation.NINELIVES, Implementation.NINELIVES);
        try (Lab lab = Labs.open("attack", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            try (Witness ofA = new Witness(a, "MASTER");
                    Witness ofB = new Witness(b, "BACKUP")) {
                PacketStorm storm = new PacketStorm(seed, a.node());
                Instant begin = Instant.now();
                Replay sent =
                        Replay.from(
                                lab.node("attacker"), storm.packets(PACKETS), PACKETS_PER_SECOND);
                Instant end = Instant.now();
                System.out.printf("lab: storm, seed %d: %s%n", seed, sent);
                System.out.printf("lab: storm, master: %s%n", ofA);
                System.out.printf("lab: storm, backup: %s%n", ofB);
                lab.awaitAdvert(a.node(), end);
                ofA.verify();
                ofB.verify();
                assertThat(a.node().owns(VIP)).isTrue();
                assertThat(b.node().owns(VIP)).isFalse();
                assertThat(lab.wire().advertsOf(b.node())).as("adverts of b").isEmpty();
                assertThat(gaps(lab.wire().advertsOf(a.node()), begin))
                        .as("gaps between adverts of a")
                        .isNotEmpty()
                        .allSatisfy(
                                gap ->
                                        assertThat(gap)
                                                .isBetween(
                                                        INTERVAL.dividedBy(2),
                                                        INTERVAL.plus(Timers.MARGIN)));
            }
        }
    }

    private static List<Duration> gaps(List<Advert> adverts, Instant after) {
        List<Instant> times =
                adverts.stream().map(Advert::time).filter(t -> t.isAfter(after)).toList();
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .toList();
    }

    /** What a router counted, logged and used since the witness came. */
    private static final class Witness implements AutoCloseable {
        private final Router router;
        private final String state;
        private final Beans beans;
        private final Map<String, Long> countersBefore;
        private final String logBefore;
        private final Vitals vitalsBefore;

        Witness(Router router, String state) {
            this.router = router;
            this.state = state;
            beans = router.beans();
            countersBefore = beans.counters(INSTANCE);
            logBefore = router.log().text();
            vitalsBefore = router.vitals();
        }

        void verify() {
            assertThat(beans.state(INSTANCE)).isEqualTo(state);
            assertThat(router.log().text().substring(logBefore.length()))
                    .doesNotContain("STATE")
                    .doesNotContain("ERROR", "Exception")
                    .satisfies(log -> assertThat(log.lines()).hasSizeLessThan(LOG_LINES_MAX));
            Map<String, Long> counters = beans.counters(INSTANCE);
            for (String moved : List.of("becomeMaster", "releaseMaster", "priZeroRcvd")) {
                assertThat(counters.get(moved)).as(moved).isEqualTo(countersBefore.get(moved));
            }
            // What the kernel drops when its buffer is full, nobody counts.
            assertThat(refused()).as("packets refused").isPositive();
            assertThat(router.vitals().residentBytes()).isLessThan(RESIDENT_BYTES_MAX);
        }

        private long refused() {
            return errors(beans.counters(INSTANCE)) - errors(countersBefore);
        }

        private static long errors(Map<String, Long> counters) {
            return counters.entrySet().stream()
                    .filter(counter -> !counter.getKey().startsWith("advert"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        @Override
        public String toString() {
            Vitals now = router.vitals();
            return "%d packets refused; before %s; after %s"
                    .formatted(refused(), vitalsBefore, now);
        }

        @Override
        public void close() {
            beans.close();
        }
    }
}
