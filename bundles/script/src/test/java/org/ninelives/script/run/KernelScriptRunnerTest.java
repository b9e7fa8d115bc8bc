package org.ninelives.script.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.linux.program.LinuxAccounts;
import org.ninelives.linux.program.LinuxProcessGroups;
import org.ninelives.linux.program.LinuxProgramOutputs;

/** Real scripts, well behaved and not. Needs root to run them as others. */
@Tag("kernel")
final class KernelScriptRunnerTest {

    private static final Duration NEVER = Duration.ZERO;
    private static final Duration SHORT = Duration.ofMillis(300);

    private final LinuxProcessGroups groups = new LinuxProcessGroups();
    private ScriptRunner scripts;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path made) throws Exception {
        folder = made.toRealPath();
        permit(folder, "rwxr-xr-x");
        scripts =
                new ScriptRunner(
                        new LinuxAccounts(),
                        groups,
                        new LinuxProgramOutputs(),
                        Map.of("PATH", "/usr/bin:/bin", "LD_PRELOAD", "", "TZ", "UTC"));
    }

    @AfterEach
    void stop() {
        scripts.stop();
    }

    private static void permit(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private Path write(String body) throws Exception {
        Path script = Files.writeString(folder.resolve("chk.sh"), "#!/bin/sh\n" + body + "\n");
        permit(script, "rwxr-xr-x");
        return script;
    }

    private CompletableFuture<ScriptOutcome> start(Script script, Duration timeout) {
        CompletableFuture<ScriptOutcome> end = new CompletableFuture<>();
        scripts.start(job(script, ScriptRules.DEFAULT, timeout), end::complete);
        return end;
    }

    private static ScriptJob job(Script script, ScriptRules rules, Duration timeout) {
        return new ScriptJob(
                "vrrp_script chk",
                script,
                rules,
                List.of("extra word"),
                Map.of("STATE", "MASTER"),
                timeout);
    }

    private static Script by(Path file, String user) {
        return new Script(
                List.of(file.toString(), "a b"),
                Optional.of(new ScriptUser(user, Optional.empty())));
    }

    private ScriptOutcome run(String body, String user, Duration timeout) throws Exception {
        return start(by(write(body), user), timeout).get(30, TimeUnit.SECONDS);
    }

    private ScriptOutcome run(String body) throws Exception {
        return run(body, "root", NEVER);
    }

    private void noneLeft(ScriptOutcome outcome) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (groups.exists(outcome.pid().getAsLong())) {
            assertThat(System.nanoTime()).as("a process is left").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void statusOutputAndArgumentsAreAsTheyShouldBe() throws Exception {
        ScriptOutcome outcome = run("echo \"$1|$2|$STATE|$TZ\"; echo oops >&2; exit 3");
        assertThat(outcome.end()).isEqualTo(new ScriptEnd.Exited(3));
        assertThat(outcome.output()).containsExactly("a b|extra word|MASTER|UTC", "oops");
        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.duration()).isPositive();
    }

    @Test
    void itRunsInTheNetworkItIsToldTo() throws Exception {
        String name = "nl-script-" + ProcessHandle.current().pid();
        command("ip", "netns", "add", name);
        try {
            CompletableFuture<ScriptOutcome> end = new CompletableFuture<>();
            scripts.start(
                    new ScriptJob(
                            "MISC_CHECK",
                            by(write("id -un; cat /proc/net/dev | grep -c :"), "nobody"),
                            ScriptRules.DEFAULT,
                            List.of(),
                            Map.of(),
                            NEVER,
                            Optional.of(name)),
                    end::complete);
            // A new namespace has the loopback interface alone.
            assertThat(end.get(30, TimeUnit.SECONDS).output()).containsExactly("nobody", "1");
        } finally {
            command("ip", "netns", "del", name);
        }
    }

    private static void command(String... words) throws Exception {
        assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void aSignalIsTold() throws Exception {
        assertThat(run("kill -SEGV $$").end()).isEqualTo(new ScriptEnd.Signalled(11));
    }

    @Test
    void itHasASessionAndNothingElseOfTheDaemon() throws Exception {
        ScriptOutcome outcome =
                run(
                        "pwd; ls /proc/self/fd | tr '\\n' ' '; echo; readlink /proc/$$/fd/0;"
                                + " echo \"LD=${LD_PRELOAD-unset}\";"
                                + " read -r p c s pp group session rest < /proc/$$/stat;"
                                + " [ $$ = $group ] && [ $$ = $session ] && echo leader");
        // The folder itself is number 3 of those that list it.
        assertThat(outcome.output())
                .containsExactly("/", "0 1 2 3", "/dev/null", "LD=unset", "leader");
    }

    @Test
    void anotherUserHasNoRightsAndNoGroupsOfRoot() throws Exception {
        ScriptOutcome outcome =
                run(
                        "grep -E '^(Uid|Gid|Groups|CapPrm|CapInh|SigBlk)' /proc/self/status |"
                                + " tr -d '\\n'",
                        "nobody",
                        NEVER);
        assertThat(outcome.output())
                .singleElement()
                .asString()
                .contains("Uid: 65534 65534 65534 65534")
                .contains("Gid: 65534 65534 65534 65534")
                .containsPattern("Groups: ?S?")
                .contains("SigBlk: 0000000000000000")
                .contains("CapInh: 0000000000000000")
                .contains("CapPrm: 0000000000000000");
    }

    @Test
    void whatNeverEndsIsEndedWithAllItStarted() throws Exception {
        ScriptOutcome outcome = run("sleep 600 & sleep 600; echo never", "root", SHORT);
        assertThat(outcome.end()).isEqualTo(new ScriptEnd.TimedOut(SHORT));
        assertThat(outcome).hasToString("timed out after 0.300 s");
        noneLeft(outcome);
    }

    @Test
    void whatIgnoresThePoliteSignalGetsTheOther() throws Exception {
        ScriptOutcome outcome =
                run("trap '' TERM; echo deaf; while :; do sleep 1; done", "root", SHORT);
        assertThat(outcome.end()).isEqualTo(new ScriptEnd.TimedOut(SHORT));
        assertThat(outcome.output()).containsExactly("deaf");
        assertThat(outcome.duration()).isGreaterThan(Duration.ofSeconds(2));
        noneLeft(outcome);
    }

    @Test
    void aChildThatIgnoresThePoliteSignalDoesNotOutliveItsScript() throws Exception {
        ScriptOutcome outcome =
                run("(trap '' TERM; while :; do sleep 1; done) & wait", "root", SHORT);
        assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(2));
        noneLeft(outcome);
    }

    @Test
    void aCleanEndAfterTheTimeoutIsStillATimeout() throws Exception {
        assertThat(run("trap 'exit 0' TERM; sleep 600 & wait", "root", SHORT).end())
                .isEqualTo(new ScriptEnd.TimedOut(SHORT));
    }

    @Test
    void aHundredChildrenEndWithTheirScript() throws Exception {
        ScriptOutcome outcome =
                run(
                        "i=0; while [ $i -lt 100 ]; do sleep 600 & i=$((i+1)); done; wait",
                        "nobody",
                        Duration.ofSeconds(2));
        assertThat(outcome.end()).isInstanceOf(ScriptEnd.TimedOut.class);
        noneLeft(outcome);
    }

    @Test
    void aFloodOfOutputNeitherBlocksNorFillsMemory() throws Exception {
        ScriptOutcome outcome = run("head -c 50000000 /dev/zero | tr '\\0' 'x'; echo; echo end");
        assertThat(outcome.end()).isEqualTo(new ScriptEnd.Exited(0));
        assertThat(outcome.output()).hasSize(2).endsWith("end");
    }

    @Test
    void anEndlessFloodEndsWithItsTime() throws Exception {
        ScriptOutcome outcome = run("exec yes", "root", SHORT);
        assertThat(outcome.end()).isEqualTo(new ScriptEnd.TimedOut(SHORT));
        assertThat(outcome.output()).hasSize(5).containsOnly("y");
    }

    @Test
    void whatIsLeftInTheBackgroundLivesOnAndDelaysNothing() throws Exception {
        ScriptOutcome outcome = run("sleep 600 & echo $!");
        assertThat(outcome.end()).isEqualTo(new ScriptEnd.Exited(0));
        long left = Long.parseLong(outcome.output().getFirst());
        assertThat(ProcessHandle.of(left)).get().matches(ProcessHandle::isAlive);
        groups.kill(outcome.pid().getAsLong());
    }

    @Test
    void aFileThatHasDisappearedIsNotStarted() throws Exception {
        Path script = write("exit 0");
        assertThat(scripts.inspect(by(script, "root"), ScriptRules.DEFAULT).usable()).isTrue();
        Files.delete(script);
        ScriptOutcome outcome = start(by(script, "root"), NEVER).get(30, TimeUnit.SECONDS);
        assertThat(outcome).hasToString("could not be started: " + script + " does not exist");
        assertThat(outcome.pid()).isEmpty();
    }

    @Test
    void aFileWithoutInterpreterLineIsRunByTheShell() throws Exception {
        Path script = write("");
        Files.writeString(script, "echo plain\n");
        assertThat(start(by(script, "root"), NEVER).get(30, TimeUnit.SECONDS).output())
                .containsExactly("plain");
    }

    @Test
    void aMissingInterpreterIsSeenInTheOutput() throws Exception {
        Path script = write("");
        Files.writeString(script, "#!/no/such/shell\n");
        ScriptOutcome outcome = start(by(script, "root"), NEVER).get(30, TimeUnit.SECONDS);
        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output().toString()).contains("No such file or directory");
    }

    @Test
    void aReadTestTellsWhetherTheFileCanBeOpened() throws Exception {
        Path file = Files.createFile(folder.resolve("it's; here"));
        Script test = new Script(List.of("<" + file), Optional.empty());
        CompletableFuture<ScriptOutcome> end = new CompletableFuture<>();
        scripts.start(
                new ScriptJob("chk", test, ScriptRules.DEFAULT, List.of(), Map.of(), NEVER),
                end::complete);
        assertThat(end.get(30, TimeUnit.SECONDS).succeeded()).isTrue();

        Files.delete(file);
        assertThat(start(test, NEVER).get(30, TimeUnit.SECONDS).succeeded()).isFalse();
    }

    @Test
    void aLinkThatIsSwappedAfterTheCheckIsSeenAtTheRun() throws Exception {
        // Below no directory that others than root may write to, unlike temporary folders.
        Path link = Path.of("/run", "ninelives-script-test-" + ProcessHandle.current().pid());
        Script script = new Script(List.of(link.toString()), Optional.empty());
        ScriptRules secure =
                new ScriptRules(
                        Optional.of(new ScriptUser("root", Optional.empty())), true, false, false);
        Files.createSymbolicLink(link, Path.of("/bin/true"));
        try {
            assertThat(scripts.inspect(script, secure).sentences()).isEmpty();

            Files.delete(link);
            Files.createSymbolicLink(link, write("exit 0"));
            CompletableFuture<ScriptOutcome> end = new CompletableFuture<>();
            scripts.start(job(script, secure, NEVER), end::complete);

            assertThat(end.get(30, TimeUnit.SECONDS).end())
                    .isInstanceOf(ScriptEnd.NotStarted.class)
                    .extracting(ScriptEnd::text)
                    .asString()
                    .contains("enable_script_security forbids that");
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void aKilledRunTellsSo() throws Exception {
        CompletableFuture<ScriptOutcome> end = new CompletableFuture<>();
        ScriptRun run =
                scripts.start(
                        job(by(write("sleep 600"), "root"), ScriptRules.DEFAULT, NEVER),
                        end::complete);
        run.kill();
        run.kill();
        assertThat(end.get(30, TimeUnit.SECONDS).end()).isEqualTo(new ScriptEnd.Killed());
    }

    @Test
    void stoppingEndsWhatRunsAndRefusesTheRest() throws Exception {
        CompletableFuture<ScriptOutcome> running = start(by(write("sleep 600"), "root"), NEVER);
        scripts.stop();
        assertThat(running.get(1, TimeUnit.SECONDS).end()).isEqualTo(new ScriptEnd.Killed());
        assertThat(start(by(write("exit 0"), "root"), NEVER).get(1, TimeUnit.SECONDS))
                .hasToString("was not started: the daemon stops");
    }

    @Test
    void moreThanMayRunWaitForTheirTurn() throws Exception {
        Script script = by(write("exit 0"), "root");
        List<CompletableFuture<ScriptOutcome>> ends =
                Stream.generate(() -> start(script, NEVER)).limit(Runner.RUNNING_MAX + 50).toList();
        for (CompletableFuture<ScriptOutcome> end : ends) {
            assertThat(end.get(60, TimeUnit.SECONDS).succeeded()).isTrue();
        }
    }

    @Test
    void nothingIsLeftOfManyRuns() throws Exception {
        Script script = by(write("echo hello"), "nobody");
        start(script, NEVER).get(30, TimeUnit.SECONDS);
        long descriptorsBefore = descriptors();
        for (int i = 0; i < 100; i++) {
            assertThat(start(script, NEVER).get(30, TimeUnit.SECONDS).succeeded()).isTrue();
        }
        assertThat(descriptors()).isLessThanOrEqualTo(descriptorsBefore + 2);
        // What is left is the guard, which is nobody's zombie.
        assertThat(ProcessHandle.current().children().filter(child -> !child.isAlive())).isEmpty();
    }

    private static long descriptors() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
