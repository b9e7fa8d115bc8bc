package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Node;

/** A master is upgraded, package over package, while a client asks. */
@PackageTest
class UpgradeTest {
    private static final String VIP = "10.0.0.44";

    /** RFC 9568 section 6.1 with adverts each second: who hears of no master waits this long. */
    private static final Duration MASTER_DOWN = Duration.ofMillis(3_650);

    /** The same section: how long the backup waits when the master says good-bye, at most. */
    private static final Duration SKEW = Duration.ofSeconds(1);

    /** For a machine that does much else; a start of the daemon takes two seconds. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    @TempDir private Path folder;

    @Test
    void aNodeAloneIsAwayAsLongAsInARestart() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            start(lab, a, "");
            awaitOwner(lab, a);
            Pings pings = new Pings(lab, VIP);
            pings.awaitAnswer();

            Duration restart =
                    pings.gap(
                            () -> {
                                a.run("systemctl", "restart", "ninelives");
                                awaitOwner(lab, a);
                                pings.awaitAnswer();
                            });
            Duration upgrade =
                    pings.gap(
                            () -> {
                                upgrade(a);
                                awaitOwner(lab, a);
                                pings.awaitAnswer();
                            });

            tell("a node alone, restart", restart);
            tell("a node alone, upgrade", upgrade);
            assertThat(upgrade).isLessThan(MASTER_DOWN.plus(MARGIN));
        }
    }

    @Test
    void ofAPairWithoutPreemptionTheOtherTakesOverAndKeepsTheAddress() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a");
                Machine b = Machine.boot(lab, "b")) {
            start(lab, a, "nopreempt");
            awaitOwner(lab, a);
            start(lab, b, "nopreempt");
            awaitBackup(lab, b);
            Pings pings = new Pings(lab, VIP);
            pings.awaitAnswer();

            Duration stop =
                    pings.gap(
                            () -> {
                                a.run("systemctl", "stop", "ninelives");
                                awaitOwner(lab, b);
                                pings.awaitAnswer();
                            });
            a.run("systemctl", "start", "ninelives");
            awaitBackup(lab, a);
            Duration upgrade =
                    pings.gap(
                            () -> {
                                upgrade(b);
                                awaitOwner(lab, a);
                                awaitBackup(lab, b);
                                pings.awaitAnswer();
                            });

            tell("a pair with nopreempt, stop", stop);
            tell("a pair with nopreempt, upgrade", upgrade);
            assertThat(upgrade).isLessThan(SKEW.plus(MARGIN));
            assertThat(a.node().owns(VIP)).isTrue();
            assertThat(b.node().owns(VIP)).isFalse();
        }
    }

    private static void tell(String what, Duration gap) {
        System.out.printf("lab: packages, %s: no answer for %d ms%n", what, gap.toMillis());
    }

    /** Installs and starts it; the word goes to each virtual router. */
    private static void start(Lab lab, Machine machine, String word) {
        machine.install(lab);
        String edit = "s/^    priority/    " + word + "\\n&/";
        machine.run("sed", "-i", edit, "/etc/keepalived/keepalived.conf");
        machine.run("systemctl", "start", "ninelives");
    }

    private void upgrade(Machine machine) {
        String process = machine.property("MainPID");
        machine.run("dpkg", "--install", machine.bring(Packages.newerDeb(folder)));
        assertThat(machine.property("MainPID")).isNotEqualTo(process);
        assertThat(machine.property("ActiveState")).isEqualTo("active");
    }

    private static void awaitOwner(Lab lab, Machine machine) {
        Node node = machine.node();
        lab.await(node.name() + " owns " + VIP, () -> node.owns(VIP));
    }

    /** It has said so since its last start, and has the address no more. */
    private static void awaitBackup(Lab lab, Machine machine) {
        lab.await(
                machine.node().name() + " is backup",
                () ->
                        machine.tryToRun("ninelivesctl", "status")
                                        .output()
                                        .matches("(?s).*VI_1[^\\n]*BACKUP.*")
                                && !machine.node().owns(VIP));
    }
}
