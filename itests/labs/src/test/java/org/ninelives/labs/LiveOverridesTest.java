package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The life of what an operator sets on a running daemon. */
@LabTest
class LiveOverridesTest {
    private static final String VIP = "10.0.0.44";
    private static final String INSTANCE = "org.ninelives:type=VrrpInstance,name=\"VI_1\"";
    private static final String OVERRIDES = "org.ninelives:type=Overrides";
    private static final Pairing BESIDE_KEEPALIVED =
            new Pairing(Implementation.NINELIVES, Implementation.KEEPALIVED);
    private static final Pairing BEHIND_KEEPALIVED =
            new Pairing(Implementation.KEEPALIVED, Implementation.NINELIVES);

    @Test
    void aMasterGivesUpForAWhileAndComesBackByItself() {
        try (Lab lab = Labs.open("seed-pair", BESIDE_KEEPALIVED)) {
            Router a = startAsMaster(lab);
            Router b = startAsBackup(lab, a);

            assertThat(on(a).run(call("overridePriority 80 40 UNTIL_RESTART")))
                    .contains("value = 80;", "configured = 100;", "lasting = UNTIL_RESTART;");
            lab.awaitMaster(b, VIP);
            assertThat(on(a).run("get -b " + OVERRIDES + " Overrides"))
                    .contains("kind = priority;", "subject = VI_1;");

            a.log().await("Override: the time of priority of VI_1 80 is up, back to 100");
            a.log().await(2, "Entering MASTER STATE");
            lab.await("b gave the address back", () -> !b.node().owns(VIP));
            assertThat(a.log().text()).contains(" set priority of VI_1 from 100 to 80, until ");
        }
    }

    @Test
    void aBackupTakesOverFromKeepalivedAndGivesBackWhenReverted() {
        try (Lab lab = Labs.open("seed-pair", BEHIND_KEEPALIVED)) {
            Router a = startAsMaster(lab);
            Router b = startAsBackup(lab, a);

            on(b).run(call("overridePriority 150 0 UNTIL_RESTART"));
            lab.awaitMaster(b, VIP);
            lab.await("a gave the address away", () -> !a.node().owns(VIP));

            assertThat(on(b).run("run -b " + OVERRIDES + " revertAll")).containsPattern("(?m)^1$");
            lab.await("a took the address back", () -> a.node().owns(VIP));
            lab.await("b gave it back", () -> !b.node().owns(VIP));
            assertThat(b.log().text()).contains(" reverted priority of VI_1 from 150 to 90; ");
        }
    }

    @Test
    void standbyOutlivesReloadCrashAndRestartUntilItIsReleased() throws IOException {
        try (Lab lab = Labs.open("seed-pair", BESIDE_KEEPALIVED)) {
            Router first = startAsMaster(lab);
            Router b = startAsBackup(lab, first);
            on(first).run(call("standby 0 UNTIL_REVERTED"));
            lab.awaitMaster(b, VIP);

            first.reload();
            first.log().await("Reload finished");
            assertThat(on(first).run(call("explain")))
                    .contains("OVERRIDE: standby of VI_1 is on: set by ")
                    .contains("does not take over");
            Path file = stateFile(first.node());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");

            first.kill9();
            Router second = lab.start("a");
            second.log().await("Override: standby of VI_1 on holds again, ");
            staysBackup(lab, second, b);
            second.term();
            Router third = lab.start("a");
            staysBackup(lab, third, b);

            b.term();
            third.log().await("(VI_1) no master is heard, and this node stands by");
            assertThat(third.node().owns(VIP)).isFalse();
            assertThat(on(third).run(call("release"))).contains("true");
            lab.awaitMaster(third, VIP);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void whoIsDisabledTakesNoPartFromTheStart() {
        try (Lab lab = Labs.open("seed-pair", BESIDE_KEEPALIVED)) {
            Router first = startAsMaster(lab);
            Router b = startAsBackup(lab, first);
            on(first).run(call("disable 3600 UNTIL_REVERTED"));
            first.log().await("(VI_1) entering FAULT state (disabled by an operator)");
            lab.awaitMaster(b, VIP);
            first.term();

            Router second = lab.start("a");
            second.log().await("(VI_1) entering FAULT state (disabled by an operator)");
            assertThat(on(second).run("get -b " + OVERRIDES + " Overrides"))
                    .contains("kind = disabled;");
            assertThat(on(second).run(call("enable"))).contains("true");
            lab.awaitMaster(second, VIP);
            assertThat(second.log().text()).doesNotContain("BACKUP STATE (init)");
        }
    }

    @Test
    void aDamagedStateFileIsSetAsideAndStopsNobody() throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router first = startAsMaster(lab);
            on(first).run(call("overridePriority 150 0 UNTIL_REVERTED"));
            Path file = stateFile(first.node());
            first.kill9();
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));

            Router second = lab.start("a");
            lab.awaitMaster(second, VIP);

            second.log().await(file + " is not used, overrides stored in it do not hold: ");
            assertThat(Path.of(file + ".bad")).exists();
            assertThat(file).doesNotExist();
            assertThat(on(second).run("get -b " + INSTANCE + " -s EffectivePriority"))
                    .contains("100");
        }
    }

    @Test
    void onAFullDiskItHoldsAndSaysThatItWillNotOutliveARestart() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Node node = lab.node("a");
            List<String> tiny =
                    List.of(
                            "sh",
                            "-c",
                            "mkdir narrow && mount -t tmpfs -o size=256k none narrow && export"
                                    + " NINELIVES_ETC=$PWD/narrow/etc && mkdir narrow/etc && exec"
                                    + " \"$@\"",
                            "sh");
            Router a = lab.start("a", lab.file("a.conf"), tiny);
            lab.awaitMaster(a, VIP);
            Path folder = node.folder().resolve("narrow");
            Path inside = Path.of("/proc", Long.toString(a.pid()), "root" + folder);
            fill(node, inside.resolve("zeros"));

            assertThat(Jmxterm.byPid(a).run(call("overridePriority 150 0 UNTIL_REVERTED")))
                    .contains("lasting = UNTIL_RESTART;");
            a.log().await("cannot be written: ");
            a.log().await("from 100 to 150, until the next restart");
            assertThat(Jmxterm.byPid(a).run("get -b " + INSTANCE + " -s EffectivePriority"))
                    .contains("150");

            node.run(List.of("rm", inside.resolve("zeros").toString()), "");
            a.log().await(".state is written again");
            assertThat(Jmxterm.byPid(a).run("get -b " + OVERRIDES + " Overrides"))
                    .contains("lasting = UNTIL_REVERTED;");
        }
    }

    @Test
    void whatCannotBeIsRefusedWithASentence() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = startAsMaster(lab);

            refused(a, "overridePriority 255 0 UNTIL_RESTART", "priority: 255 is not in 1..254");
            refused(a, "overridePriority 0 0 UNTIL_RESTART", "priority: 0 is not in 1..254");
            refused(a, "overridePriority 80 -1 UNTIL_RESTART", "seconds: -1 is not in 0..");
            refused(a, "standby 0 FOREVER", "lasting: 'FOREVER' is none of ");
            refused(a, "overrideTrackerWeight chk 5 0 UNTIL_RESTART", "does not track 'chk'");
            assertThat(on(a).run("get -b " + OVERRIDES + " -s Count")).contains("0");
            assertThat(a.node().owns(VIP)).isTrue();
        }
    }

    private static void refused(Router router, String operation, String sentence) {
        Finished finished = on(router).attempt(call(operation));
        assertThat(finished.status()).as(operation).isNotZero();
        assertThat(finished.output()).contains(sentence);
    }

    private static Router startAsMaster(Lab lab) {
        Router router = lab.start("a");
        lab.awaitMaster(router, VIP);
        return router;
    }

    private static Router startAsBackup(Lab lab, Router master) {
        Router router = lab.start("b");
        lab.awaitBackup(router, master);
        return router;
    }

    private static void staysBackup(Lab lab, Router router, Router master) {
        router.log().await("Entering BACKUP STATE (init)");
        lab.stays(
                "the other owns the address",
                Duration.ofSeconds(5),
                () -> master.node().owns(VIP) && !router.node().owns(VIP));
        assertThat(router.log().text()).doesNotContain("MASTER STATE");
    }

    /** Nothing more fits into the file system afterwards. */
    private static void fill(Node node, Path file) {
        Finished filled = node.run(List.of("sh", "-c", "head -c 1M /dev/zero > " + file), "");
        assertThat(filled.output()).contains("No space left");
    }

    private static Path stateFile(Node node) {
        try (Stream<Path> files = Files.list(node.settings())) {
            return files.filter(file -> file.toString().endsWith(".state"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Jmxterm on(Router router) {
        return Jmxterm.byPid(router);
    }

    private static String call(String operation) {
        return "run -b " + INSTANCE + " " + operation;
    }
}
