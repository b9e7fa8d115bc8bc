package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/** When a better router may take over from a working master, and which of two equals stays. */
@LabTest
class PreemptionTest {
    private static final String VIP = "10.0.0.44";

    @EachPairing
    void nopreemptKeepsTheIncumbent(Pairing pairing) {
        try (Lab lab = Labs.open("nopreempt", pairing)) {
            Router b = lab.start("b");
            lab.awaitMaster(b, VIP);

            Router a = lab.start("a");
            lab.awaitBackup(a, b);

            lab.stays("b owns the address", Timers.late(90), () -> b.node().owns(VIP));
            lab.awaitAdvert(b.node(), Instant.now());
            assertThat(lab.wire().advertsOf(a.node())).isEmpty();
            assertThat(a.node().owns(VIP)).isFalse();
        }
    }

    @EachPairing
    void preemptDelayWaitsBeforeItTakesOver(Pairing pairing) {
        try (Lab lab = Labs.open("preempt-delay", pairing)) {
            Router b = lab.start("b");
            lab.awaitMaster(b, VIP);

            Router a = lab.start("a");
            lab.awaitBackup(a, b);
            Instant begin = Instant.now();
            lab.awaitMaster(a, VIP);
            lab.awaitAdvert(a.node(), begin);

            Advert first = lab.wire().advertsOf(a.node()).getFirst();
            // Until five seconds are over a follows b; then the timer of b's last advert runs out.
            assertThat(Duration.between(begin, first.time()))
                    .isBetween(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(5)
                                    .plus(Timers.masterDown(100))
                                    .plusSeconds(1)
                                    .plus(Timers.MARGIN));
            lab.await("b gave the address back", () -> !b.node().owns(VIP));
        }
    }

    @EachPairing
    void ofTwoMastersWithEqualPriorityTheHigherAddressStays(Pairing pairing) {
        try (Lab lab = Labs.open("tie", pairing)) {
            lab.unplug("b");
            Router a = lab.start("a");
            Router b = lab.start("b");
            lab.awaitMaster(a, VIP);
            lab.awaitMaster(b, VIP);

            lab.plug("b");

            lab.await("a yields", () -> !a.node().owns(VIP));
            a.log().await("Master received advert from 10.0.0.2 with same priority 100");
            lab.stays("b owns the address", Duration.ofSeconds(2), () -> b.node().owns(VIP));
        }
    }
}
