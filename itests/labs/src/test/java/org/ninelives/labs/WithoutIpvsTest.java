package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A kernel without IPVS costs the balancing, and nothing else. */
@LabTest
class WithoutIpvsTest {
    private static final String COMPLAINT = "Can't initialize ipvs: Protocol not available";

    @Test
    void addressesChecksAndNotificationsGoOn() {
        try (Lab lab = Labs.open("without-ipvs", Labs.NINELIVES_ALONE)) {
            assumeFalse(hasIpvs(lab.node("a")), "this kernel has IPVS");
            startServer(lab);
            Path folder = lab.node("a").folder();
            Router a = lab.startDirector("a", configuration(lab));
            lab.awaitMaster(a, "10.0.0.44");
            a.log().await("TCP connection to [10.0.0.11]:tcp:80 success.");

            lab.node("s").ip("link set eth0 down");
            a.log().await("TCP_CHECK on service [10.0.0.11]:tcp:80 failed");
            a.log().await("Lost quorum 1-0=1 > 0 for VS [10.0.0.44]:tcp:80");
            lab.await(
                    "notifications",
                    () ->
                            Files.exists(folder.resolve("server-down"))
                                    && Files.exists(folder.resolve("quorum-lost")));
            lab.node("s").ip("link set eth0 up");
            a.log().await("Gained quorum 1+0=1 <= 1 for VS [10.0.0.44]:tcp:80");

            try (Beans beans = a.beans()) {
                assertThat(beans.ipvs("available")).isEqualTo(false);
                assertThat(beans.ipvs("problem").toString()).contains(COMPLAINT);
            }
            assertThat(a.node().owns("10.0.0.44")).isTrue();
            assertThat(a.log().count(COMPLAINT)).as("complaints").isEqualTo(1);
        }
    }

    @Test
    void ipvsIsTakenUpWhenItAppears() {
        try (Lab lab = Labs.open("without-ipvs", Labs.NINELIVES_ALONE)) {
            String kernel = Path.of("../kernel/run").toAbsolutePath().normalize().toString();
            String program = Implementation.NINELIVES.program().getFirst();
            String script = lab.file("appears.sh").toString();
            String configuration = configuration(lab).toString();

            Finished finished =
                    Command.finish(
                            new ProcessBuilder(kernel, "-t", "300", script, program, configuration)
                                    .redirectErrorStream(true),
                            "");

            assertThat(finished.status()).as("%s", finished).isZero();
            assertThat(finished.lines().stream().filter(line -> line.contains(COMPLAINT)))
                    .hasSize(1);
        }
    }

    /** Notifications leave files in the node's folder. */
    private static Path configuration(Lab lab) {
        String folder = lab.node("a").folder().toString();
        return Labs.edited(lab, "a", text -> text.replace("FOLDER", folder));
    }

    private static boolean hasIpvs(Node node) {
        return node.run(List.of("ipvsadm", "-L", "-n"), "").status() == 0;
    }

    private static void startServer(Lab lab) {
        Node node = lab.node("s");
        String prefix = node.folder().toString();
        String configuration = lab.file("../web/nginx.conf").toString();
        node.start("nginx", List.of("nginx", "-e", "stderr", "-p", prefix, "-c", configuration));
    }
}
