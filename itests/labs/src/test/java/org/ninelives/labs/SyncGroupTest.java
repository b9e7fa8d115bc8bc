package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;

/** Four virtual routers on two networks that are masters on one node, or on none. */
@LabTest
@ExtendWith(Evidence.class)
class SyncGroupTest {
    private static final List<String> ADDRESSES =
            List.of("10.0.0.44", "10.0.0.45", "10.0.1.44", "10.0.1.45");
    private static final Map<Integer, String> WIRES =
            new TreeMap<>(Map.of(51, "eth0", 52, "eth0", 53, "eth1", 54, "eth1"));

    @EachPairing
    void aCutLinkMovesAllFourAndAMendedOneMovesThemBack(Pairing pairing) {
        try (Lab lab = Labs.open("sync-group", pairing)) {
            Router a = lab.start("a");
            lab.await("a owns all four", () -> ownsAll(a));
            Router b = lab.start("b");
            b.log().await(4, "Entering BACKUP STATE");
            awaitAdverts(lab, a.node());
            a.log().await("VRRP_Group(G) Syncing instances to MASTER state");

            lab.cut("a", "eth1");
            Instant cut = Instant.now();
            lab.await("all four moved", () -> ownsAll(b) && ownsNone(a));
            List<Instant> first = awaitAdverts(lab, b.node(), cut);
            Instant earliest = first.stream().min(Instant::compareTo).orElseThrow();
            Instant latest = first.stream().max(Instant::compareTo).orElseThrow();
            Duration took = Duration.between(cut, latest);
            Duration apart = Duration.between(earliest, latest);
            Evidence.note(
                    "moved after %.3f s, %d ms apart"
                            .formatted(took.toNanos() / 1e9, apart.toMillis()));
            // The group waits for its last member, and that for the master that it cannot hear.
            assertThat(took).isLessThan(Timers.late(90));
            assertThat(apart).isLessThan(Timers.MARGIN);
            a.log().await("VRRP_Group(G) Syncing instances to FAULT state");
            b.log().await("VRRP_Group(G) Syncing instances to MASTER state");
            lab.stays("b has all", Duration.ofSeconds(2), () -> ownsAll(b) && ownsNone(a));

            lab.mend("a", "eth1");
            Instant mended = Instant.now();
            lab.await("all four came back", () -> ownsAll(a) && ownsNone(b));
            List<Instant> again = awaitAdverts(lab, a.node(), mended);
            Evidence.note(
                    "back after %.3f s"
                            .formatted(
                                    Duration.between(
                                                            mended,
                                                            again.stream()
                                                                    .max(Instant::compareTo)
                                                                    .orElseThrow())
                                                    .toNanos()
                                            / 1e9));
            b.log().await("VRRP_Group(G) Syncing instances to BACKUP state");
            lab.stays("a has all", Duration.ofSeconds(2), () -> ownsAll(a) && ownsNone(b));
        }
    }

    private static boolean ownsAll(Router router) {
        return router.node().ownedOf(ADDRESSES).size() == ADDRESSES.size();
    }

    private static boolean ownsNone(Router router) {
        return router.node().ownedOf(ADDRESSES).isEmpty();
    }

    private static void awaitAdverts(Lab lab, Node sender) {
        awaitAdverts(lab, sender, Instant.now());
    }

    /** Waits for an advert of each router and gives the times of the first. */
    private static List<Instant> awaitAdverts(Lab lab, Node sender, Instant after) {
        return WIRES.entrySet().stream()
                .map(
                        wire ->
                                lab.awaitValue(
                                        sender.name() + " adverts " + wire.getKey(),
                                        () ->
                                                lab.wire(wire.getValue()).adverts().stream()
                                                        .filter(x -> x.vrid() == wire.getKey())
                                                        .filter(x -> x.priority() > 0)
                                                        .filter(x -> isOf(x, sender))
                                                        .map(Advert::time)
                                                        .filter(time -> time.isAfter(after))
                                                        .findFirst()))
                .toList();
    }

    private static boolean isOf(Advert advert, Node sender) {
        return advert.source().endsWith(sender.name().equals("a") ? ".1" : ".2");
    }
}
