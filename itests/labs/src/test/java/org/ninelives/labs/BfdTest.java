package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * BFD sessions with others: the interval is agreed upon, from 10 ms on, and five packets may be
 * missed. What must hold on every machine is held at 100 ms, for at 10 ms a pause of the whole
 * machine ends a session, and rightly.
 */
@LabTest
@Isolated("a scheduling delay of 400 ms is the end of a session here")
class BfdTest {
    private static final Duration DETECTION = Duration.ofMillis(500);

    private static final int COLLECTIONS = 50;

    /** For a machine with much else to do; a neighbour's packets leave up to a quarter early. */
    private static final Duration MARGIN = Duration.ofMillis(500);

    @ParameterizedTest
    @EnumSource
    void aSessionAgreesWithItsNeighbourAndEndsWithIt(BfdPeerKind kind) {
        try (Lab lab = Labs.open("bfd", kind.pairing())) {
            Router a = lab.start("a");
            try (BfdPeer b = kind.start(lab)) {
                a.log().await("(B) Entering Up state");
                try (Beans beans = a.beans()) {
                    awaitAgreement(lab, beans, 10);
                    b.setInterval(20);
                    awaitAgreement(lab, beans, 20);
                    b.setInterval(100);
                    awaitAgreement(lab, beans, 100);
                    collectsGarbage(beans);
                }
                detects(lab, a, b, kind);
            }
        }
    }

    /** Both send and want a packet every so many milliseconds, and five may be missed. */
    private static void awaitAgreement(Lab lab, Beans beans, long millis) {
        lab.await(
                "an interval of " + millis + " ms is agreed upon",
                () ->
                        beans.bfdStatus("B", "transmitIntervalMicros").equals(millis * 1000)
                                && beans.bfdStatus("B", "detectionTimeMicros").equals(millis * 5000)
                                && beans.bfdStatus("B", "polling").equals(false));
    }

    private static void collectsGarbage(Beans beans) {
        long before = beans.bfdCounter("B", "timesDown");
        for (int i = 0; i < COLLECTIONS; i++) {
            beans.collectGarbage();
            Await.pause(Duration.ofMillis(20));
        }
        assertThat(beans.bfdCounter("B", "timesDown")).as("false alarms").isEqualTo(before);
    }

    private static void detects(Lab lab, Router a, BfdPeer b, BfdPeerKind kind) {
        b.kill();
        a.log().await("(B) Entering Down state");
        Instant told =
                lab.awaitValue("a tells that it is down", () -> end(lab.wire(), a.node())).time();
        Instant last = lab.wire().bfdPacketsOf(lab.node("b")).getLast().time();
        Duration detection = Duration.between(last, told);
        System.out.printf(
                "lab: bfd, %s killed at 100 ms x 5: detected %.1f ms after its last packet%n",
                kind, detection.toNanos() / 1e6);
        assertThat(detection).isBetween(DETECTION.minusMillis(1), DETECTION.plus(MARGIN));
    }

    /** The first packet after the node's last one that says it is up. */
    private static Optional<BfdPacket> end(Capture wire, Node node) {
        List<BfdPacket> packets = wire.bfdPacketsOf(node);
        int end = packets.size();
        while (end > 0 && packets.get(end - 1).state() != BfdPacket.UP) {
            end--;
        }
        return packets.stream().skip(end).findFirst();
    }
}
