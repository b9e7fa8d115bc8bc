package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An interface that comes, goes and comes back under a running daemon. */
@LabTest
class LateInterfaceTest {
    private static final String VIP = "10.0.0.44";

    @Test
    void anInterfaceThatIsNotThereYetIsWaitedFor() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Node node = lab.node("a");
            rename(node, "eth0", "later");
            node.ip("address flush dev later");

            Router a = lab.start("a");
            a.log().await("Entering FAULT STATE");
            a.log().await("Startup complete");
            a.log().await("JMX connector");
            assertThat(a.log().text())
                    .containsOnlyOnce("interface eth0 does not exist; waiting for it")
                    .doesNotContain("[error]");
            long lines = a.log().text().lines().count();
            lab.stays(
                    "it waits in silence",
                    Duration.ofSeconds(3),
                    () -> a.log().text().lines().count() == lines);

            rename(node, "later", "eth0");
            a.log().await("no IPv4 address");
            assertThat(node.owns(VIP)).isFalse();

            long begin = System.nanoTime();
            node.ip("address add 10.0.0.1/24 dev eth0");
            lab.awaitMaster(a, VIP);
            // To ask for addresses takes its time on a loaded machine; two elections take longer.
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Timers.late(100).plusSeconds(2));

            rename(node, "eth0", "away");
            lab.await("it gives the address back", () -> !node.owns(VIP));
            a.log().await(2, "Entering FAULT STATE");

            rename(node, "away", "eth0");
            lab.awaitMaster(a, VIP);
            a.log().await(2, "Entering MASTER STATE");
            assertThat(a.log().text()).doesNotContain("[error]", "Exception");
            assertThat(a.log().count("Entering FAULT STATE")).isEqualTo(2);
        }
    }

    private static void rename(Node node, String from, String to) {
        node.ip("link set " + from + " down");
        node.ip("link set " + from + " name " + to);
        node.ip("link set " + to + " up");
    }
}
