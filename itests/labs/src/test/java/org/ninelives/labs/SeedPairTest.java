package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The pair of the tutorials, from its first election to failover and back. */
@LabTest
class SeedPairTest {
    private static final String VIP = "10.0.0.44";

    @EachPairing
    void theHigherPriorityOwnsTheLabelledAddress(Pairing pairing) {
        try (Lab lab = Labs.open("seed-pair", pairing)) {
            Router b = lab.start("b");
            Router a = lab.start("a");

            lab.awaitMaster(a, VIP);
            lab.awaitBackup(b, a);
            lab.await("b does not own it", () -> !b.node().owns(VIP));

            assertThat(a.node().find(VIP))
                    .contains(new Address(VIP, 24, "eth0", "eth0:1", "global"));
            lab.stays("b does not own it", Duration.ofSeconds(1), () -> !b.node().owns(VIP));
            a.log().await("(VI_1) Entering MASTER STATE");
            b.log().await("(VI_1) Entering BACKUP STATE");
        }
    }

    @EachPairing
    void theNewMasterAnnouncesTheAddressInTwoBursts(Pairing pairing) {
        try (Lab lab = Labs.open("seed-pair", pairing)) {
            Router a = lab.start("a");

            // garp_master_repeat is 5 and garp_master_delay 5 s when nothing else is configured.
            lab.awaitMaster(a, VIP);
            lab.await("ten announcements", () -> lab.wire().announcementsOf(VIP).size() >= 10);

            List<Instant> times =
                    lab.wire().announcementsOf(VIP).stream().map(Announcement::time).toList();
            assertThat(Duration.between(times.get(0), times.get(4)))
                    .isLessThan(Duration.ofSeconds(1));
            assertThat(Duration.between(times.get(4), times.get(5)))
                    .isBetween(Duration.ofMillis(4_500), Duration.ofMillis(6_000));
        }
    }

    @EachPairing
    void theBackupTakesOverWhenTheMasterIsKilled(Pairing pairing) {
        try (Lab lab = Labs.open("seed-pair", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);

            Instant killed = a.kill9();
            Advert first = lab.awaitAdvert(b.node(), killed);
            lab.awaitMaster(b, VIP);

            assertThat(lab.wire().advertsOf(a.node()))
                    .as("a had no last word")
                    .allSatisfy(advert -> assertThat(advert.priority()).isEqualTo(100));
            Instant last = lab.wire().advertsOf(a.node()).getLast().time();
            assertThat(Duration.between(last, first.time()))
                    .isBetween(Timers.masterDown(90).minusMillis(20), Timers.late(90));
        }
    }

    @EachPairing
    void aStoppedMasterHandsOverAtOnceAndPreemptsWhenItIsBack(Pairing pairing) {
        try (Lab lab = Labs.open("seed-pair", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);

            Instant stopped = a.term();
            assertThat(a.node().owns(VIP)).as("a owns the address after its end").isFalse();
            lab.awaitMaster(b, VIP);

            Advert leaving =
                    lab.awaitValue(
                            "a leaves with priority 0",
                            () ->
                                    lab.wire()
                                            .firstAdvert(
                                                    a.node(), stopped, x -> x.priority() == 0));
            Advert first = lab.awaitAdvert(b.node(), stopped);
            assertThat(Duration.between(leaving.time(), first.time()))
                    .isLessThan(Timers.skew(90).plus(Timers.MARGIN));

            Router again = lab.start("a");
            lab.awaitMaster(again, VIP);
            lab.await("b gave the address back", () -> !b.node().owns(VIP));
            b.log().await("Master received advert from 10.0.0.1");
        }
    }

    @EachPairing
    void aMasterThatWasHeldStillTakesItsPlaceAgain(Pairing pairing) {
        try (Lab lab = Labs.open("seed-pair", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);

            a.pause();
            lab.awaitMaster(b, VIP);
            a.resume();

            lab.await("b gave the address back", () -> !b.node().owns(VIP));
            lab.await("a owns it", () -> a.node().owns(VIP));
            lab.stays("a owns the address", Duration.ofSeconds(2), () -> a.node().owns(VIP));
        }
    }

    @EachPairing
    void aReloadWithoutChangesMovesNothing(Pairing pairing) {
        try (Lab lab = Labs.open("seed-pair", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);

            a.reload();
            b.reload();
            a.log().await("Reload");
            b.log().await("Reload");

            lab.stays(
                    "a is the only owner",
                    Timers.late(90),
                    () -> a.node().owns(VIP) && !b.node().owns(VIP));
            lab.awaitAdvert(a.node(), Instant.now());
            assertThat(b.log().text()).doesNotContain("Entering MASTER STATE");
            assertThat(lab.wire().advertsOf(b.node())).isEmpty();
        }
    }
}
