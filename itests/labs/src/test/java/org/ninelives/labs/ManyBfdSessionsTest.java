package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** 500 sessions at 100 ms, while both ends collect garbage. */
@LabTest
@Isolated("two daemons with 10 000 packets a second are enough for two processors")
class ManyBfdSessionsTest {
    private static final int SESSIONS = 500;
    private static final int COLLECTIONS = 20;

    @Test
    void noSessionGoesDownWhileGarbageIsCollected() throws IOException {
        try (Lab lab = Labs.open("bfd-many", Labs.NINELIVES_ALONE)) {
            addAddresses(lab);
            Router a = lab.start("a", configuration(lab, "a", ""));
            Router b = lab.start("b", configuration(lab, "b", "10.0.0.1"));
            a.log().await(SESSIONS, "Entering Up state");
            b.log().await(SESSIONS, "Entering Up state");
            a.log().await(SESSIONS, "Detection time is 500 ms");
            try (Beans ofA = a.beans();
                    Beans ofB = b.beans()) {
                for (int i = 0; i < COLLECTIONS; i++) {
                    ofA.collectGarbage();
                    ofB.collectGarbage();
                    Await.pause(Duration.ofMillis(250));
                }
                long received = ofA.bfdCounter("S0", "packetsReceived");
                System.out.printf(
                        "lab: bfd, %d sessions at 100 ms, %d collections of garbage on each end:"
                                + " %d false alarms, %d packets heard of the first%n",
                        SESSIONS,
                        COLLECTIONS,
                        a.log().count("Entering Down") + b.log().count("Entering Down"),
                        received);
                assertThat(received).isGreaterThan(COLLECTIONS);
            }
            assertThat(a.log().count("Entering Down")).isZero();
            assertThat(b.log().count("Entering Down")).isZero();
        }
    }

    private static String address(int session) {
        return "10.0.%d.%d".formatted(1 + session / 250, 1 + session % 250);
    }

    private static void addAddresses(Lab lab) throws IOException {
        Path batch = lab.node("b").folder().resolve("addresses");
        Files.writeString(
                batch,
                IntStream.range(0, SESSIONS)
                        .mapToObj(i -> "address add " + address(i) + "/16 dev eth0")
                        .collect(Collectors.joining("\n")));
        lab.node("b").ip("-batch " + batch);
    }

    private static Path configuration(Lab lab, String node, String neighbour) throws IOException {
        Path file = lab.node(node).folder().resolve("bfd.conf");
        return Files.writeString(
                file,
                "global_defs {\n    bfd_rt_priority 50\n}\n"
                        + IntStream.range(0, SESSIONS)
                                .mapToObj(
                                        i ->
                                                """
                                                bfd_instance S%d {
                                                    %s
                                                    min_rx 100
                                                    min_tx 100
                                                }
                                                """
                                                        .formatted(
                                                                i,
                                                                neighbour.isEmpty()
                                                                        ? "neighbor_ip "
                                                                                + address(i)
                                                                        : "neighbor_ip "
                                                                                + neighbour
                                                                                + "\n    source_ip "
                                                                                + address(i)))
                                .collect(Collectors.joining()));
    }
}
