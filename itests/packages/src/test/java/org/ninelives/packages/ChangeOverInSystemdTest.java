package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.labs.Lab;
import org.ninelives.labs.PrintedStep;

/**
 * The commands that {@code --migrate-check} prints, as they are, on machines where a service
 * manager runs the keepalived of the distribution.
 */
@PackageTest
class ChangeOverInSystemdTest {
    private static final String VIP = "10.0.0.44";
    private static final Path PROGRAM = Packages.root().resolve("usr/lib/ninelives/bin/ninelived");

    /** Where the machine has it; what the test reads may be out of its sight. */
    private static final String CONFIGURATION = "/etc/keepalived/keepalived.conf";

    /** A good-bye costs the skew time, less than a second; the rest is for a busy machine. */
    private static final Duration GAP_MAX = Duration.ofSeconds(10);

    @Test
    void thePrintedCommandsLeaveKeepalivedInstalledAndDisabled() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a");
                Machine b = Machine.boot(lab, "b")) {
            for (Machine machine : List.of(a, b)) {
                machine.configure(lab);
                machine.bring(Packages.deb(), "/root/" + Packages.deb().getFileName());
                machine.run("systemctl", "enable", "--now", "keepalived");
                lab.await("a is master", () -> a.node().owns(VIP) && !b.node().owns(VIP));
            }
            Pings pings = new Pings(lab, VIP);
            pings.awaitAnswer();

            Duration backup = pings.gap(() -> follow(lab, b, "backup", pings, a));
            Duration master = pings.gap(() -> follow(lab, a, "master", pings, a));

            System.out.printf(
                    "lab: packages, change-over in systemd: no answer for %d ms while the backup"
                            + " changed, %d ms while the master did%n",
                    backup.toMillis(), master.toMillis());
            assertThat(backup).isLessThan(GAP_MAX);
            assertThat(master).isLessThan(GAP_MAX);
            for (Machine machine : List.of(a, b)) {
                assertThat(state(machine, "is-enabled", "keepalived")).isEqualTo("disabled");
                assertThat(state(machine, "is-active", "keepalived")).isEqualTo("inactive");
                assertThat(state(machine, "is-enabled", "ninelives")).isEqualTo("enabled");
                assertThat(state(machine, "is-active", "ninelives")).isEqualTo("active");
            }
        }
    }

    /** Carries out what is printed for a node, to the moment when who is to be master is. */
    private static void follow(Lab lab, Machine machine, String role, Pings pings, Machine master) {
        String configuration = lab.file(machine.node().name() + ".conf").toString();
        String printed =
                Packages.tryToRunIn(
                                Path.of("."),
                                PROGRAM.toString(),
                                "--migrate-check",
                                "--json",
                                configuration)
                        .output();
        List<String> commands =
                PrintedStep.parse(printed).stream()
                        .filter(step -> step.node().equals(role))
                        .map(PrintedStep::command)
                        .map(command -> command.replace(configuration, CONFIGURATION))
                        .toList();
        assertThat(commands)
                .contains("systemctl disable --now keepalived", "systemctl enable --now ninelives");
        for (String command : commands) {
            String[] inHome = {"bash", "-ec", "cd /root; " + command};
            if (command.startsWith("ninelivesctl ")) {
                // It is asked as soon as it takes connections.
                lab.await(command, () -> machine.tryToRun(inHome).status() == 0);
            } else {
                machine.run(inHome);
            }
        }
        lab.await("the master has the address", () -> master.node().owns(VIP));
        pings.awaitAnswer();
    }

    private static String state(Machine machine, String verb, String unit) {
        return machine.tryToRun("systemctl", verb, unit).output().strip();
    }
}
