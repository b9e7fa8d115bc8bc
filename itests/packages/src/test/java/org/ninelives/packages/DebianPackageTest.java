package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Node;

/** The life of the Debian package on machines that a service manager runs, from first to last. */
@PackageTest
class DebianPackageTest {
    private static final String VIP = "10.0.0.44";

    @TempDir private Path folder;

    @Test
    void itIsInstalledFailsOverIsUpgradedAndLeavesNothing() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a");
                Machine b = Machine.boot(lab, "b")) {
            Set<String> before = a.files();
            a.install(lab);
            b.install(lab);
            assertThat(a.tryToRun("systemctl", "is-enabled", "ninelives").output().strip())
                    .as("nobody asked for it")
                    .isEqualTo("disabled");
            assertThat(a.property("ActiveState")).isEqualTo("inactive");

            a.run("systemctl", "enable", "--now", "ninelives");
            awaitMaster(lab, a);
            b.run("systemctl", "start", "ninelives");
            lab.awaitAdvert(a.node(), Instant.now());
            assertThat(a.run("ninelivesctl", "status")).contains("VI_1", "MASTER");
            a.run("systemctl", "reload", "ninelives");
            Pings pings = new Pings(lab, VIP);

            System.out.println("lab: packages, daemon killed: " + pings.gap(() -> kill(lab, a, b)));
            System.out.println("lab: packages, stop: " + pings.gap(() -> stop(lab, a, b)));
            System.out.println("lab: packages, upgrade: " + pings.gap(() -> upgrade(lab, a)));

            a.run("dpkg", "--remove", "ninelives");
            assertThat(a.files())
                    .as("what a later installation goes on with")
                    .anyMatch(file -> file.endsWith("/etc/ninelives/ninelives.properties"));
            a.run("dpkg", "--purge", "ninelives");
            Set<String> left = new TreeSet<>(a.files());
            left.removeAll(before);
            assertThat(left).isEmpty();
            awaitMaster(lab, b);
        }
    }

    /** The companion takes the addresses back, and the manager starts the daemon again. */
    private static void kill(Lab lab, Machine a, Machine b) {
        a.run("systemctl", "kill", "--kill-who=main", "--signal=KILL", "ninelives");
        lab.await("a has let go", () -> !a.node().owns(VIP));
        awaitMaster(lab, b);
        awaitMaster(lab, a);
        assertThat(a.property("NRestarts")).isEqualTo("1");
    }

    private static void stop(Lab lab, Machine a, Machine b) {
        a.run("systemctl", "stop", "ninelives");
        awaitMaster(lab, b);
        a.run("systemctl", "start", "ninelives");
        awaitMaster(lab, a);
    }

    /** A daemon that runs is restarted when all is there, and says good-bye as at each stop. */
    private void upgrade(Lab lab, Machine a) {
        String process = a.property("MainPID");
        Instant begin = Instant.now();
        long links = links(a);
        String next = a.bring(Packages.newerDeb(folder));
        a.run("dpkg", "--install", next);
        assertThat(links).as("virtual interfaces before").isEqualTo(1);
        assertThat(a.property("ActiveState")).isEqualTo("active");
        assertThat(a.property("MainPID")).isNotEqualTo(process);
        assertThat(a.run("dpkg-query", "--show", "ninelives")).contains("9.9");
        assertThat(lab.wire().firstAdvert(a.node(), begin, advert -> advert.priority() == 0))
                .as("a said good-bye")
                .isPresent();
        assertThat(a.journal()).doesNotContain("an earlier run left behind");
        awaitMaster(lab, a);
    }

    private static long links(Machine machine) {
        return machine.node().ip("-br link show type macvlan").lines().count();
    }

    @Test
    void whoComesFromKeepalivedStartsItAndThatIsAll() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            a.install(lab);
            a.run("systemctl", "start", "keepalived");
            lab.await("keepalived is master", () -> a.node().owns(VIP));

            a.run("systemctl", "start", "ninelives");

            assertThat(a.tryToRun("systemctl", "is-active", "keepalived").output().strip())
                    .isEqualTo("inactive");
            awaitMaster(lab, a);
        }
    }

    @Test
    void aLogFileIsMovedAwayAndBegunAnew() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            a.install(lab);
            a.write(
                    "/etc/default/ninelives",
                    "KEEPALIVED_OPTIONS=\"-D --log-file=/var/log/ninelives.log\"\n");
            a.run("systemctl", "start", "ninelives");
            awaitMaster(lab, a);

            a.run("logrotate", "--force", "/etc/logrotate.d/ninelives");
            a.run("systemctl", "reload", "ninelives");
            lab.await(
                    "the reload is told",
                    () -> a.tryToRun("cat", "/var/log/ninelives.log").output().contains("Reload"));

            assertThat(a.run("cat", "/var/log/ninelives.log.1"))
                    .contains("Starting ", "(VI_1) Entering MASTER STATE")
                    .doesNotContain("Reload");
            assertThat(a.run("cat", "/var/log/ninelives.log")).doesNotContain("Starting ");
        }
    }

    @Test
    void withoutRootItIsMasterToo() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            a.install(lab);
            a.takeRootAway();

            a.run("systemctl", "start", "ninelives");

            awaitMaster(lab, a);
            lab.await("VI_2 is master too", () -> a.node().owns("10.0.0.45"));
            assertThat(a.run("ps", "-o", "user=", "-p", a.property("MainPID")).strip())
                    .isEqualTo("ninelives");
            assertThat(a.run("ninelivesctl", "status")).contains("VI_1", "MASTER");
            a.run("systemctl", "kill", "--kill-who=main", "--signal=KILL", "ninelives");
            lab.await("a has let go", () -> !a.node().owns(VIP));
        }
    }

    private static void awaitMaster(Lab lab, Machine machine) {
        Node node = machine.node();
        lab.await(node.name() + " owns " + VIP, () -> node.owns(VIP));
        lab.awaitAdvert(node, Instant.now());
    }
}
