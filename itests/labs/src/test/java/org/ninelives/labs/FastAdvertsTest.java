package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;

/** Version 3 with an advert every 10 ms. */
@LabTest
@Isolated("a scheduling delay of 30 ms is a failover here")
class FastAdvertsTest {
    private static final String VIP = "10.0.0.44";

    @EachPairing
    void theBackupTakesOverWithinTensOfMilliseconds(Pairing pairing) {
        try (Lab lab = Labs.open("fast-adverts", pairing)) {
            Router a = lab.start("a");
            Router b = lab.start("b");
            lab.awaitMaster(a, VIP);
            lab.awaitBackup(b, a);
            lab.await("a second of adverts", () -> lab.wire().advertsOf(a.node()).size() > 100);

            Instant killed = a.kill9();
            Advert first = lab.awaitAdvert(b.node(), killed);

            List<Advert> ofA = lab.wire().advertsOf(a.node());
            assertThat(ofA).allSatisfy(advert -> assertThat(advert.version()).isEqualTo(3));
            // Three intervals of 10 ms and a skew of 166/256 of one are 36.5 ms, on a machine that
            // has nothing else to do; how exactly is a matter of the benchmark of failovers.
            Duration silence = Duration.between(ofA.getLast().time(), first.time());
            System.out.printf(
                    "lab: adverts each 10 ms, taken over after %.1f ms%n", silence.toNanos() / 1e6);
            assertThat(silence).isBetween(Duration.ofMillis(30), Duration.ofMillis(500));
            lab.awaitMaster(b, VIP);
        }
    }
}
