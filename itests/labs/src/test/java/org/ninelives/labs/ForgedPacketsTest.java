package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Packets that are wrong in one respect each move nothing, and each is counted as what it is. */
@LabTest
class ForgedPacketsTest {
    private static final String VIP = "10.0.0.44";
    private static final String INSTANCE = "VI_1";
    private static final String UNCOUNTED = "";
    private static final int PACE = 1_000;
    private static final int LOG_LINES_MAX = 15;

    /** What a router in order sends and hears, and so no account of forgeries. */
    private static final Set<String> HONEST = Set.of("advertSent", "advertRcvd");

    /** A kind of forgery, and the counter that it raises. */
    private record Kind(String counter, Consumer<Forgery> flaw) {}

    private static final List<Kind> TO_ALL =
            List.of(
                    kind("authFailure", f -> f.password("guess")),
                    kind("authFailure", f -> f.password("1112")),
                    kind("ipTtlErr", f -> f.timeToLive(254)),
                    kind("packetLenErr", f -> f.length(12)),
                    kind("packetLenErr", f -> f.length(120)),
                    kind("packetLenErr", f -> f.length(1_480)),
                    // Longer than any advert: it comes in fragments, and its end is lost.
                    kind("packetLenErr", f -> f.length(6_000)),
                    // Too short to have a VRID that could be trusted.
                    kind(UNCOUNTED, f -> f.length(7)),
                    kind(UNCOUNTED, f -> f.set(Forgery.VRID, 52)),
                    kind("versErr", f -> f.set(Forgery.VERSION_AND_TYPE, 0x31)),
                    kind("versErr", f -> f.set(Forgery.VERSION_AND_TYPE, 0xf1)),
                    kind("invalidTypeRcvd", f -> f.set(Forgery.VERSION_AND_TYPE, 0x22)),
                    // Said in the log, but keepalived has no counter for it either.
                    kind(UNCOUNTED, f -> f.set(Forgery.INTERVAL, 2)),
                    kind("invalidAuthtype", f -> f.set(Forgery.AUTH_TYPE, 7)),
                    kind("authtypeMismatch", f -> f.set(Forgery.AUTH_TYPE, 0)),
                    kind("authtypeMismatch", f -> f.set(Forgery.AUTH_TYPE, 2)),
                    kind("authFailure", f -> f.password("guess").set(Forgery.PRIORITY, 0)));

    @EachPairing
    void eachIsCountedAndNothingMoves(Pairing pairing) {
        try (Lab lab = Labs.open("attack", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            List<byte[]> frames = new ArrayList<>();
            Map<String, Long> expected = new TreeMap<>();
            for (int i = 0; i < TO_ALL.size(); i++) {
                Kind kind = TO_ALL.get(i);
                // Each in a number of its own, so that exchanged counters would be seen.
                add(frames, expected, kind.counter(), i + 1, kind.flaw());
            }
            add(frames, expected, "chkErr", 40, f -> {});
            Map<String, Long> expectedOnA = new TreeMap<>(expected);
            add(frames, expectedOnA, "addrListErr", 50, f -> f.to(a.node()));

            try (Account ofA = new Account(a, pairing);
                    Account ofB = new Account(b, pairing)) {
                Replay.from(lab.node("attacker"), frames, PACE);
                lab.await("a counts " + expectedOnA, () -> ofA.isChangedBy(expectedOnA));
                lab.await("b counts " + expected, () -> ofB.isChangedBy(expected));
                lab.stays(
                        "a is the only owner",
                        Duration.ofSeconds(1),
                        () -> a.node().owns(VIP) && !b.node().owns(VIP));
                lab.awaitAdvert(a.node(), Instant.now());
                ofA.verifyQuiet();
                ofB.verifyQuiet();
            }
            assertThat(lab.wire().advertsOf(b.node())).isEmpty();
        }
    }

    private static Kind kind(String counter, Consumer<Forgery> flaw) {
        return new Kind(counter, flaw);
    }

    /** Adds forgeries of a kind; their checksum is right unless the checksum is what is wrong. */
    private static void add(
            List<byte[]> frames,
            Map<String, Long> counted,
            String counter,
            int number,
            Consumer<Forgery> flaw) {
        for (int i = 0; i < number; i++) {
            Forgery forgery = new Forgery();
            flaw.accept(forgery);
            forgery.identification(frames.size()).sum();
            if (counter.equals("chkErr")) {
                forgery.set(Forgery.PRIORITY, 254);
            }
            frames.addAll(forgery.frames());
        }
        if (!counter.equals(UNCOUNTED)) {
            counted.merge(counter, (long) number, Long::sum);
        }
    }

    /** What a router counted and logged since the beginning, where it is one that can be asked. */
    private static final class Account implements AutoCloseable {
        private final Router router;
        private final Beans beans;
        private final Map<String, Long> before;
        private final String logBefore;

        Account(Router router, Pairing pairing) {
            this.router = router;
            boolean asked = pairing.on(router.node().name()) == Implementation.NINELIVES;
            beans = asked ? router.beans() : null;
            before = asked ? beans.counters(INSTANCE) : Map.of();
            logBefore = router.log().text();
        }

        boolean isChangedBy(Map<String, Long> expected) {
            return beans == null || changes().equals(expected);
        }

        private Map<String, Long> changes() {
            Map<String, Long> changes = new TreeMap<>();
            beans.counters(INSTANCE)
                    .forEach(
                            (name, count) -> {
                                if (!HONEST.contains(name) && !count.equals(before.get(name))) {
                                    changes.put(name, count - before.get(name));
                                }
                            });
            return changes;
        }

        void verifyQuiet() {
            if (beans != null) {
                assertThat(router.log().text().substring(logBefore.length()))
                        .doesNotContain("STATE")
                        .satisfies(log -> assertThat(log.lines()).hasSizeLessThan(LOG_LINES_MAX));
            }
        }

        @Override
        public void close() {
            if (beans != null) {
                beans.close();
            }
        }
    }
}
