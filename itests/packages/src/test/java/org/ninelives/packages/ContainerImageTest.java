package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Log;
import org.ninelives.labs.Node;

/** The recipe of the container image, carried out, and a pair of its containers. */
@PackageTest
class ContainerImageTest {
    private static final String VIP = "10.0.0.44";
    private static final String VIP_OF_VIRTUAL_LINK = "10.0.0.45";

    @TempDir private Path folder;

    @Test
    void aPairOfContainersIsMasterAndBackupStopsWithAWordAndTidiesUpAfterAKill() {
        try (Lab lab = Machine.lab()) {
            Node a = lab.node("a");
            Node b = lab.node("b");
            Containers containers = Containers.build(lab.node("client"), folder);

            Process first = containers.run(lab, "a");
            awaitMaster(lab, a, 1);
            // Of what every container has by default nothing is needed.
            Process second = containers.run(lab, "b", "--cap-drop=ALL");
            log(b).await("(VI_1) Entering BACKUP STATE");
            assertThat(
                            containers.podman(
                                    a, "exec", "a", "/opt/ninelives/bin/ninelivesctl", "status"))
                    .contains("VI_1", "MASTER");

            Instant begin = Instant.now();
            containers.stop(a);
            assertThat(first.onExit().join().exitValue()).isZero();
            lab.awaitValue(
                    "a said good-bye",
                    () -> lab.wire().firstAdvert(a, begin, advert -> advert.priority() == 0));
            assertThat(a.owns(VIP)).isFalse();
            assertThat(a.owns(VIP_OF_VIRTUAL_LINK)).isFalse();
            log(a).await("Stopped ");
            awaitMaster(lab, b, 1);

            containers.podman(b, "kill", "--signal=KILL", "b");
            second.onExit().join();
            // Its companion had the addresses back, or was killed too soon: then this one has them.
            containers.run(lab, "b", "--cap-drop=ALL");
            log(b).await(2, "Startup complete");
            awaitMaster(lab, b, 2);
        }
    }

    private static void awaitMaster(Lab lab, Node node, int times) {
        log(node).await(times, "(VI_1) Entering MASTER STATE");
        for (String address : new String[] {VIP, VIP_OF_VIRTUAL_LINK}) {
            lab.await(node.name() + " has " + address, () -> node.owns(address));
        }
        lab.awaitAdvert(node, Instant.now());
    }

    private static Log log(Node node) {
        return node.log(Containers.LOG);
    }
}
