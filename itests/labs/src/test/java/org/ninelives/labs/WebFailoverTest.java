package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What the visitor of a web site sees of a failover: requests that are not answered. */
@LabTest
class WebFailoverTest {
    private static final String VIP = "10.0.0.44";
    private static final Duration INTERVAL = Duration.ofMillis(10);

    @EachPairing
    void aPowerCutCostsTheVisitorsNoMoreThanTheMasterDownTime(Pairing pairing) {
        try (Lab lab = Labs.open("web", pairing)) {
            Router a = startPair(lab);
            startVisitors(lab);

            Instant cut = Instant.now();
            lab.unplug("a");
            a.kill9();

            Outcome outcome = awaitEndOfFailover(lab, cut);
            System.out.printf("lab: web, power cut, %s: %s%n", pairing, outcome);
            assertThat(outcome.lost()).isBetween(1L, Timers.late(90).dividedBy(INTERVAL));
            assertThat(outcome.answersAfterTakeover()).isNotEmpty().containsOnly("b");
        }
    }

    @EachPairing
    void aStopCostsTheVisitorsNoMoreThanTheSkewTime(Pairing pairing) {
        try (Lab lab = Labs.open("web", pairing)) {
            Router a = startPair(lab);
            startVisitors(lab);

            Instant stopped = a.term();

            Outcome outcome = awaitEndOfFailover(lab, stopped);
            System.out.printf("lab: web, stop, %s: %s%n", pairing, outcome);
            assertThat(outcome.lost())
                    .isBetween(1L, Timers.skew(90).plus(Timers.MARGIN).dividedBy(INTERVAL));
            assertThat(outcome.answersAfterTakeover()).isNotEmpty().containsOnly("b");
        }
    }

    private static Router startPair(Lab lab) {
        NamedPage.serve(lab, "a");
        NamedPage.serve(lab, "b");
        Router a = lab.start("a");
        lab.awaitMaster(a, VIP);
        Router b = lab.start("b");
        lab.awaitBackup(b, a);
        return a;
    }

    private static void startVisitors(Lab lab) {
        lab.node("client")
                .start(
                        "visits",
                        JavaProgram.command(
                                WebClient.class, VIP, Long.toString(INTERVAL.toMillis())));
        lab.await(
                "a answers a hundred times",
                () -> visits(lab).stream().filter(v -> v.answer().equals("a")).count() >= 100);
    }

    private static Outcome awaitEndOfFailover(Lab lab, Instant begin) {
        Instant takeover =
                lab.awaitValue(
                                "b announces the address",
                                () ->
                                        lab.wire().announcementsOf(VIP).stream()
                                                .filter(x -> x.time().isAfter(begin))
                                                .findFirst())
                        .time();
        // Requests that begin after this had time to be answered by b, even on a loaded machine.
        Instant settled = takeover.plusMillis(200);
        lab.await(
                "two seconds of answers after the takeover",
                () -> visits(lab).getLast().time().isAfter(settled.plusSeconds(2)));
        List<Visit> all = visits(lab);
        return new Outcome(
                all.size(),
                all.stream()
                        .filter(Visit::isLost)
                        .filter(v -> v.time().isAfter(begin.minus(WebClient.PATIENCE)))
                        .count(),
                Duration.between(begin, takeover),
                all.stream()
                        .filter(v -> v.time().isAfter(settled))
                        .map(Visit::answer)
                        .distinct()
                        .toList());
    }

    private static List<Visit> visits(Lab lab) {
        return lab.node("client")
                .log("visits")
                .text()
                .lines()
                .map(Visit::parse)
                .sorted(Comparator.comparing(Visit::time))
                .toList();
    }

    private record Outcome(
            int requests, long lost, Duration untilTakeover, List<String> answersAfterTakeover) {
        @Override
        public String toString() {
            return "%d of %d requests lost, address announced after %d ms"
                    .formatted(lost, requests, untilTakeover.toMillis());
        }
    }
}
