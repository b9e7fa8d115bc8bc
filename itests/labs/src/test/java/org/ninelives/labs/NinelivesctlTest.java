package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An operator at the terminal of a pair that runs. */
@LabTest
class NinelivesctlTest {
    private static final String VIP = "10.0.0.44";
    private static final String SECOND = "10.0.0.45";
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final int UNREACHABLE = 3;
    private static final int UNKNOWN_OBJECT = 4;

    @Test
    void thePriorityMovesTheMasterForAWhile() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            Connector.await(lab, a);

            assertThat(ctl(a, "status").output())
                    .containsPattern("VI_1 +MASTER .* this node")
                    .contains("configuration: started");
            assertThat(ctl(a, "explain", "VI_1").output()).contains("MASTER for");

            assertThat(ctl(a, "priority", "VI_1", "80", "--for", "30s").output())
                    .containsPattern("priority +VI_1 +80 +100 +control at 127.0.0.1");
            lab.awaitMaster(b, VIP);
            assertThat(ctl(a, "overrides").output()).contains("VI_1").contains("or at a restart");
            lab.awaitMaster(a, VIP);
            lab.await("b gave the address back", () -> !b.node().owns(VIP));
            assertThat(ctl(a, "overrides").output()).isEqualTo("nothing is overridden\n");

            ctl(a, "standby", "VI_1");
            lab.awaitMaster(b, VIP);
            assertThat(ctl(a, "revert", "standby", "VI_1").output()).contains("reverted");
            lab.awaitMaster(a, VIP);
            assertThat(ctl(a, "events").output())
                    .containsSubsequence("Startup complete", "Entering MASTER STATE");
        }
    }

    @Test
    void aReloadIsPlannedLookedAtAndTakenBack() throws IOException {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Path file = lab.node("a").folder().resolve("keepalived.conf");
            String original = Files.readString(lab.file("a.conf"));
            Files.writeString(file, original);
            Router a = lab.start("a", file);
            lab.awaitMaster(a, VIP);
            Connector.await(lab, a);

            Files.writeString(file, original.replace("eth0:1", "eth0:1\n" + SECOND + "/24"));
            String plan = ctl(a, "plan").output();
            assertThat(plan).contains("CHANGE").contains(SECOND);
            assertThat(a.node().owns(SECOND)).as("a plan sets addresses").isFalse();

            assertThat(a.ctl("reload", "--expect", "0123456789abcdef").status()).isEqualTo(REFUSED);
            assertThat(a.node().owns(SECOND)).isFalse();
            assertThat(ctl(a, "reload", "--expect", hash(plan)).output()).contains("APPLIED");
            lab.awaitMaster(a, SECOND);

            assertThat(ctl(a, "rollback").output()).contains("APPLIED");
            lab.await("the address is gone", () -> !a.node().owns(SECOND));
            assertThat(ctl(a, "history").lines()).hasSizeGreaterThan(3);

            Files.writeString(file, original.replace("interface eth0", ""));
            Finished refused = a.ctl("reload");
            assertThat(refused.status()).isEqualTo(REFUSED);
            assertThat(refused.output()).contains("keepalived.conf:5: interface:");
            assertThat(ctl(a, "config").output()).contains("eth0").doesNotContain("1111");
            assertThat(a.ctl("status").status()).as("after a refused reload").isEqualTo(5);
        }
    }

    @Test
    void whoIsNobodyOrWantsNonsenseIsTold() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Connector connector = Connector.await(lab, a);

            assertThat(a.ctl("priority", "VI_9", "80").status()).isEqualTo(UNKNOWN_OBJECT);
            Finished wrong = a.ctl("priority", "VI_1", "999");
            assertThat(wrong.status()).as("%s", wrong).isEqualTo(REFUSED);
            assertThat(wrong.output()).contains("999").doesNotContain("Exception");
            assertThat(a.ctl("nonsense").status()).isEqualTo(USAGE);

            Finished onlyLooks = a.ctl("--user", "monitor", "priority", "VI_1", "80");
            assertThat(onlyLooks.status()).as("%s", onlyLooks).isEqualTo(REFUSED);
            assertThat(ctl(a, "--user", "monitor", "explain", "VI_1").output()).contains("MASTER");

            Path passwords = a.node().folder().resolve("wrong.password");
            writeString(passwords, "control wrong\n");
            Finished stranger =
                    a.ctl(
                            "-a",
                            connector.address(),
                            "--password-file",
                            passwords.toString(),
                            "status");
            assertThat(stranger.status()).as("%s", stranger).isEqualTo(UNREACHABLE);
            assertThat(stranger.output()).contains("does not let control in");

            assertThat(ctl(a, "--pid", Long.toString(a.pid()), "status").output()).contains("VI_1");
            a.term();
            assertThat(a.ctl("-a", connector.address(), "status").status()).isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void whatItPrintsForProgramsAndShellsIsThat() {
        try (Lab lab = Labs.open("seed-pair", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Connector.await(lab, a);

            List<String> jq =
                    List.of(
                            "sh",
                            "-c",
                            Implementation.terminal()
                                    + " status --json | python3 -c 'import json,sys;"
                                    + " print(json.load(sys.stdin)[\"instances\"][0][\"state\"])'");
            assertThat(a.node().run(jq, "").output()).isEqualTo("MASTER\n");
            assertThat(ctl(a, "bundles").output()).contains("org.ninelives.vrrp");

            List<String> completion =
                    List.of(
                            "bash",
                            "-c",
                            "source <("
                                    + Implementation.terminal()
                                    + " completion) && complete -p ninelivesctl");
            Finished completed = a.node().run(completion, "");
            assertThat(completed.output()).as("%s", completed).contains("ninelivesctl");
        }
    }

    private static String hash(String plan) {
        return Pattern.compile("(?m)^hash: (\\w+)$")
                .matcher(plan)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Finished ctl(Router router, String... words) {
        Finished finished = router.ctl(words);
        assertThat(finished.status()).as("%s", finished).isZero();
        return finished;
    }

    private static void writeString(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
