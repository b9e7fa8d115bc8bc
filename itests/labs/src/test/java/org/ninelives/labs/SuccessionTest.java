package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who follows whom: an owner of the address, and three nodes that die in turn. */
@LabTest
@ExtendWith(Evidence.class)
class SuccessionTest {
    private static final String VIP = "10.0.0.44";

    @EachPairing
    void anOwnerIsMasterAsSoonAsItRuns(Pairing pairing) {
        try (Lab lab = Labs.open("owner", pairing)) {
            Router b = lab.start("b");
            lab.awaitMaster(b, VIP);

            Instant started = Instant.now();
            Router a = lab.start("a");
            Advert first = lab.awaitAdvert(a.node(), started);
            lab.awaitMaster(a, VIP);
            lab.await("b gave it back", () -> !b.node().owns(VIP));
            b.log().await("Master received advert from 10.0.0.1 with higher priority 255");
            assertThat(first.priority()).isEqualTo(255);
            assertThat(a.log().text()).doesNotContain("Entering BACKUP STATE");
            Evidence.note("%.3f s after its exec".formatted(seconds(started, first.time())));

            Instant stopped = a.term();
            lab.awaitMaster(b, VIP);
            Advert farewell =
                    lab.awaitValue(
                            "priority 0",
                            () ->
                                    lab.wire()
                                            .firstAdvert(
                                                    a.node(), stopped, x -> x.priority() == 0));
            Advert next = lab.awaitAdvert(b.node(), farewell.time());
            assertThat(Duration.between(farewell.time(), next.time()))
                    .isBetween(
                            Timers.skew(90).minusMillis(20), Timers.skew(90).plus(Timers.MARGIN));
        }
    }

    @EachPairing
    void ofThreeNodesTheBestThatLivesIsMaster(Pairing pairing) {
        try (Lab lab = Labs.open("three", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            Router c = lab.start("c");
            lab.awaitBackup(b, a);
            lab.awaitBackup(c, a);

            verifySuccession(lab, a, b, 90);
            verifySuccession(lab, b, c, 80);

            lab.plug("b");
            Router secondB = lab.start("b");
            verifyOwner(lab, secondB);
            lab.plug("a");
            Router secondA = lab.start("a");
            verifyOwner(lab, secondA);
            lab.stays(
                    "a is the only owner",
                    Duration.ofSeconds(2),
                    () -> owners(lab).equals(List.of("a")));
        }
    }

    private static void verifySuccession(Lab lab, Router dead, Router heir, int priority) {
        lab.awaitAdvert(dead.node(), Instant.now());
        Instant off = lab.powerOff(dead);
        Advert first = lab.awaitAdvert(heir.node(), off);
        verifyOwner(lab, heir);
        Instant last = lab.wire().advertsOf(dead.node()).getLast().time();
        Evidence.note("%s after %.3f s".formatted(heir.node().name(), seconds(last, first.time())));
        assertThat(Duration.between(last, first.time()))
                .isBetween(Timers.masterDown(priority).minusMillis(20), Timers.late(priority));
    }

    private static void verifyOwner(Lab lab, Router master) {
        String name = master.node().name();
        master.log().await("Entering MASTER STATE");
        lab.await("only " + name + " owns it", () -> owners(lab).equals(List.of(name)));
    }

    private static List<String> owners(Lab lab) {
        return List.of("a", "b", "c").stream().filter(name -> lab.node(name).owns(VIP)).toList();
    }

    private static double seconds(Instant begin, Instant end) {
        return Duration.between(begin, end).toNanos() / 1e9;
    }
}
