package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.labs.Lab;

/**
 * A unit of which every process is killed at once, the companion too: the service manager cleans up
 * behind it, although nothing is started again.
 */
@PackageTest
class KilledWholeTest {
    private static final String VIP = "10.0.0.44";
    private static final String VIP_OF_A_VIRTUAL_INTERFACE = "10.0.0.45";

    @Test
    void itLeavesNothing() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            a.install(lab);
            startMaster(lab, a);

            killWhole(lab, a);

            assertNothingIsLeft(a);
            String told = "was killed along with its companion; taken back: 2 addresses";
            lab.await("it is told", () -> a.journal().contains(told));
            assertThat(a.journal()).doesNotContain("gone already", "refused");
            a.run("systemctl", "start", "ninelives");
            awaitMaster(lab, a);
        }
    }

    @Test
    void withoutRootNeither() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            a.install(lab);
            a.takeRootAway();
            startMaster(lab, a);

            killWhole(lab, a);

            assertNothingIsLeft(a);
            assertThat(a.journal()).doesNotContain("refused");
        }
    }

    @Test
    void norInAnotherNetworkNamespace() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            a.install(lab);
            a.run("ip", "netns", "add", "blue");
            a.run("ip", "-n", "blue", "link", "add", "eth0", "type", "veth", "peer", "eth1");
            a.run("ip", "-n", "blue", "link", "set", "eth1", "up");
            a.run("ip", "-n", "blue", "link", "set", "eth0", "up");
            a.run("ip", "-n", "blue", "address", "add", "10.0.0.1/24", "dev", "eth0");
            a.edit(
                    "namespace",
                    "CapabilityBoundingSet=CAP_SYS_ADMIN",
                    "Environment=DAEMON_ARGS=--namespace=blue");
            a.edit("restart", "Restart=no");
            a.run("systemctl", "start", "ninelives");
            lab.await("it is master there", () -> blue(a).contains(VIP_OF_A_VIRTUAL_INTERFACE));

            killWhole(lab, a);

            assertThat(blue(a)).contains("10.0.0.1").doesNotContain("10.0.0.4", "vrrp");
        }
    }

    private static String blue(Machine machine) {
        return machine.run("ip", "-n", "blue", "-brief", "address");
    }

    @Test
    void whatStopsInOrderLeavesNothingToDo() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            a.install(lab);
            startMaster(lab, a);
            assertThat(a.run("ls", "/run/ninelives")).contains("ninelives.undo");

            a.run("systemctl", "stop", "ninelives");

            assertNothingIsLeft(a);
            assertThat(a.journal()).doesNotContain("companion;");
        }
    }

    private static void startMaster(Lab lab, Machine machine) {
        machine.edit("restart", "Restart=no");
        machine.run("systemctl", "start", "ninelives");
        awaitMaster(lab, machine);
    }

    private static void awaitMaster(Lab lab, Machine machine) {
        lab.await("it owns " + VIP, () -> machine.node().owns(VIP));
        lab.await(
                "it owns " + VIP_OF_A_VIRTUAL_INTERFACE,
                () -> machine.node().owns(VIP_OF_A_VIRTUAL_INTERFACE));
    }

    private static void killWhole(Lab lab, Machine machine) {
        for (String signal : List.of("STOP", "KILL")) { // The companion cannot begin in between.
            machine.run("systemctl", "kill", "--kill-who=all", "--signal=" + signal, "ninelives");
        }
        lab.await("it has failed", () -> machine.property("ActiveState").equals("failed"));
        assertThat(machine.property("NRestarts")).isEqualTo("0");
    }

    private static void assertNothingIsLeft(Machine machine) {
        assertThat(machine.node().ip("-brief address")).doesNotContain("10.0.0.4", "vrrp");
        String script = "ls /run/ninelives 2> /dev/null || true";
        assertThat(machine.run("sh", "-c", script)).doesNotContain("undo");
    }
}
