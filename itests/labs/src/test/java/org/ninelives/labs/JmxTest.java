package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator does with jmxterm, by process id and over the loopback connector. */
@LabTest
class JmxTest {
    private static final String VIP = "10.0.0.44";
    private static final String SECOND = "10.0.0.45";
    private static final String INSTANCE = "org.ninelives:type=VrrpInstance,name=\"VI_1\"";
    private static final String CONFIGURATION = "org.ninelives:type=Configuration";

    enum Way {
        BY_PID,
        OVER_LOOPBACK;

        Jmxterm on(Lab lab, Router router) {
            return this == BY_PID
                    ? Jmxterm.byPid(router)
                    : Connector.await(lab, router).jmxterm("control");
        }
    }

    @ParameterizedTest
    @EnumSource
    void jmxtermMovesTheMasterThereAndBack(Way way) {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            Jmxterm jmxterm = way.on(lab, a);

            assertThat(jmxterm.run("beans -d org.ninelives").lines())
                    .contains("org.ninelives:type=Daemon", CONFIGURATION)
                    .anyMatch(line -> line.contains("type=VrrpInstance"));
            assertThat(jmxterm.run(get("State"), get("Status"), get("Counters")))
                    .contains("MASTER")
                    .contains("effectivePriority = 100;")
                    .contains("10.0.0.44/24")
                    .containsPattern("advertSent = [1-9]");

            assertThat(jmxterm.run(call("setPriority 80"))).containsPattern("(?m)^100$");
            lab.awaitMaster(b, VIP);
            lab.await("a gave the address away", () -> !a.node().owns(VIP));
            assertThat(jmxterm.run(get("EffectivePriority"))).containsPattern("(?m)^80;?$");

            jmxterm.run("run -b " + CONFIGURATION + " reload");
            lab.awaitMaster(a, VIP);
            lab.await("b gave the address back", () -> !b.node().owns(VIP));

            jmxterm.run(call("resign"));
            b.log().await(2, "Entering MASTER STATE");
            assertThat(b.log().text()).doesNotContain("FAULT");
        }
    }

    @Test
    void whatHappenedCanBeReadInOrderByWhoeverComesLater() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            a.log().await("Startup complete");

            assertThat(Jmxterm.byPid(a).run("run -b org.ninelives:type=Daemon eventsSince 0"))
                    .contains("type = reload;", "name = configuration;", "Startup complete")
                    .containsSubsequence(
                            "(VI_1) Entering BACKUP STATE (init)", "(VI_1) Entering MASTER STATE");
        }
    }

    @Test
    void aReloadTellsItsProblemsAndAPlanTouchesNothing() throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Path file = lab.node("a").folder().resolve("keepalived.conf");
            String original = Files.readString(lab.file("a.conf"));
            Files.writeString(file, original);
            Router a = lab.start("a", file);
            lab.awaitMaster(a, VIP);
            Jmxterm jmxterm = Connector.await(lab, a).jmxterm("control");

            Files.writeString(file, original.replace("interface eth0", ""));
            assertThat(jmxterm.run("run -b " + CONFIGURATION + " reload"))
                    .contains("result = REFUSED;")
                    .contains("keepalived.conf:5: interface:")
                    .contains("errors = 1;");
            assertThat(jmxterm.run("get -b " + CONFIGURATION + " LastProblems"))
                    .contains("keepalived.conf:5: interface:");

            Files.writeString(file, original.replace("eth0:1", "eth0:1\n" + SECOND + "/24"));
            assertThat(jmxterm.run("run -b " + CONFIGURATION + " plan"))
                    .contains("result = PLANNED;")
                    .contains("CHANGE")
                    .contains(SECOND);
            assertThat(jmxterm.run("get -b " + CONFIGURATION + " Effective"))
                    .doesNotContain(SECOND)
                    .doesNotContain("1111");
            assertThat(a.node().owns(SECOND)).as("a plan sets addresses").isFalse();

            assertThat(jmxterm.run("run -b " + CONFIGURATION + " reload"))
                    .contains("result = APPLIED;");
            lab.awaitMaster(a, SECOND);
            a.log().await(2, "Reload finished");
            verifyNothingMoved(a);
        }
    }

    @Test
    void onlyKnownUsersOfThisMachineGetInAndMonitorMayOnlyLook() throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Connector connector = Connector.await(lab, a);

            for (String name : List.of("jmx.password", "jmx.access")) {
                Path file = a.node().settings().resolve(name);
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(name)
                        .isEqualTo("rw-------");
            }
            Jmxterm monitor = connector.jmxterm("monitor");
            assertThat(monitor.run(get("State"))).contains("MASTER");
            for (String act : List.of(call("resign"), call("setPriority 80"))) {
                Finished refused = monitor.attempt(act);
                assertThat(refused.status()).as(act).isNotZero();
                assertThat(refused.output()).containsIgnoringCase("access denied");
            }
            Finished stranger =
                    Jmxterm.at(a, connector.address(), "control", "guess").attempt(get("State"));
            assertThat(stranger.status()).isNotZero();
            assertThat(stranger.output()).contains("Authentication failed");
            Finished nobody = Jmxterm.at(a, connector.address()).attempt(get("State"));
            assertThat(nobody.status()).isNotZero();
            assertThat(nobody.output()).doesNotContain("MASTER");

            assertThat(listeners(a.node()))
                    .as("sockets that listen")
                    .singleElement()
                    .asString()
                    .matches("(0{16}FFFF0000)?0100007F:[0-9A-F]{4}");
            verifyNothingMoved(a);
            assertThat(a.node().owns(VIP)).isTrue();
        }
    }

    @Test
    void theBeanExplainsItselfAndTellsEachChangeOfState() throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Connector connector = Connector.await(lab, a);
            List<String> watcher = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" < password"));
            watcher.add("sh");
            watcher.addAll(
                    JavaProgram.command(
                            BeanWatcher.class, connector.address(), "monitor", INSTANCE));
            Files.writeString(a.node().folder().resolve("password"), connector.password("monitor"));
            a.node().start("watcher", watcher);
            Log seen = a.node().log("watcher");
            seen.await("watching");

            connector.jmxterm("control").run(call("resign"));

            seen.await("org.ninelives.vrrp.state: (VI_1) Entering BACKUP STATE: number");
            assertThat(seen.text())
                    .containsPattern("number (\\d+) is \\1, previous MASTER, state BACKUP");
            a.log().await(2, "(VI_1) Entering BACKUP STATE");
            assertThat(seen.text().lines())
                    .contains("bean: One virtual router on this node")
                    .contains("attribute State: INIT, BACKUP, MASTER or FAULT")
                    .anyMatch(line -> line.startsWith("operation resign: Gives up mastership"))
                    .anyMatch(line -> line.startsWith("operation setPriority: Sets the priority"))
                    .anyMatch(line -> line.startsWith("parameter of setPriority priority: 1..254"));
        }
    }

    private static String get(String attribute) {
        return "get -b " + INSTANCE + " -s " + attribute;
    }

    private static String call(String operation) {
        return "run -b " + INSTANCE + " " + operation;
    }

    /** It has become backup and then master at its start, and nothing since. */
    private static void verifyNothingMoved(Router router) {
        assertThat(router.log().text().lines().filter(line -> line.contains("STATE"))).hasSize(2);
    }

    /**
     * Local addresses of the TCP sockets that listen and of all UDP sockets, as the kernel writes
     * them.
     */
    private static List<String> listeners(Node node) {
        List<String> tables =
                List.of("/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6");
        List<String> command = new ArrayList<>(List.of("cat"));
        command.addAll(tables);
        return node.run(command, "").lines().stream()
                .map(line -> line.strip().split("\\s+", 5))
                .filter(fields -> fields[3].equals("0A") || fields[3].equals("07"))
                .map(fields -> fields[1])
                .toList();
    }
}
