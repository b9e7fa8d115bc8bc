package org.ninelives.check.misc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.system.ExhaustedException;
import org.ninelives.testkit.network.CheckText;
import org.ninelives.testkit.network.FakeNetworks;
import org.ninelives.testkit.network.TestProbe;

/** What is read from {@code MISC_CHECK}, and how its command runs. */
class MiscCheckTest {

    private static final CheckedServer SERVER = CheckedServer.of(IpAddress.of("192.0.2.10"), 25);

    private static final String SECURE = "enable_script_security";

    private final FakeScripts scripts = new FakeScripts();
    private final MiscCheck type = new MiscCheck(scripts);

    @Test
    void aCommandIsEnough() {
        CheckText read = read("misc_path \"/bin/ask -p 80\"");
        assertThat(read.problems()).isEmpty();
        Check.Probed check = read.probed();
        MiscCommand command = ((MiscMethod) check.method()).command();
        assertThat(command.script().words()).containsExactly("/bin/ask", "-p", "80");
        assertThat(command.script().user()).isEmpty();
        assertThat(command.rules().secure()).isTrue();
        assertThat(command.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(command.dynamic()).isFalse();
        assertThat(check.method().cost()).isEqualTo(ProbeCost.PROCESS);
        assertThat(check.schedule().retry()).isZero();
        assertThat(check.schedule().checkTimeout()).isGreaterThan(Duration.ofSeconds(60));
    }

    @Test
    void allKeywordsTogether() {
        CheckText read =
                read(
                        """
                        misc_path /bin/ask
                        misc_timeout 3
                        misc_dynamic
                        user nobody nogroup
                        retry 2
                        delay_before_retry 4
                        warmup 0
                        delay_loop 5
                        alpha
                        log_all_failures
                        """);
        assertThat(read.problems()).isEmpty();
        Check.Probed check = read.probed();
        MiscCommand command = ((MiscMethod) check.method()).command();
        assertThat(command.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(command.dynamic()).isTrue();
        assertThat(command.script().user()).map(Object::toString).contains("nobody:nogroup");
        assertThat(check.schedule().retry()).isEqualTo(2);
        assertThat(check.schedule().checkTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(check.alpha()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"misc_timeout 0", "retry 0"})
    void theTimeIsThatBetweenChecksByDefault(String line) {
        Check.Probed check = read("misc_path /bin/ask\ndelay_loop 7\n" + line).probed();
        assertThat(((MiscMethod) check.method()).command().timeout())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void equalBlocksAreEqualChecks() {
        assertThat(read("misc_path /bin/ask").probed())
                .isEqualTo(read("misc_path '/bin/ask'").probed())
                .isNotEqualTo(read("misc_path /bin/ask\nmisc_dynamic").probed());
    }

    @Test
    void withoutACommandThereIsNoCheck() {
        CheckText read = read("misc_timeout 3");
        assertThat(read.checks()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .asString()
                .contains("test.conf:1: misc_path: is missing in this MISC_CHECK");
    }

    @ParameterizedTest
    @CsvSource({
        "misc_timeout soon, misc_timeout: soon is not a decimal number",
        "misc_timeout -1, misc_timeout: -1 is not",
        "misc_dynamic yes, is too much",
        "user, user: a user is missing",
        "retry 4294967296, retry: 4294967296 is not in 0..4294967295",
        "connect_port 80, unknown keyword"
    })
    void whatIsWrongIsSaidAndTheRestHolds(String line, String complaint) {
        CheckText read = read("misc_path /bin/ask\n" + line);
        assertThat(read.problems()).singleElement().asString().contains(complaint);
        assertThat(read.checks()).hasSize(1);
    }

    @Test
    void scriptsWithoutSecurityAreWarnedOf() {
        CheckText read = CheckText.read(type, "misc_path /bin/ask", SERVER, "");
        assertThat(read.problems())
                .singleElement()
                .asString()
                .contains("test.conf:2: MISC_CHECK: SECURITY VIOLATION");
    }

    @Test
    void theCommandIsToldWhomItIsAbout() throws Exception {
        CompletableFuture<CheckResult> result = look("misc_path /bin/ask\nmisc_timeout 3");
        FakeScripts.Job run = scripts.next();
        ScriptJob job = run.job();
        assertThat(job.label()).isEqualTo("MISC_CHECK of [192.0.2.10]:25");
        assertThat(job.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(job.networkNamespace()).isEmpty();
        assertThat(job.environment())
                .isEqualTo(Map.of("NINELIVES_ADDRESS", "192.0.2.10", "NINELIVES_PORT", "25"));
        run.end(new ScriptEnd.Exited(0));
        assertThat(get(result))
                .isEqualTo(CheckResult.passed("Misc check by [/bin/ask] succeeded."));
    }

    @Test
    void oneThatCannotRunAtFirstFailsNobodyUntilItCan() throws Exception {
        scripts.refuse("/bin/ask is no regular file");
        String disabled = "Misc check by [/bin/ask] is disabled: /bin/ask is no regular file";
        assertThat(get(look("misc_path /bin/ask"))).isEqualTo(CheckResult.passed(disabled));
        assertThat(get(look("misc_path /bin/ask"))).isEqualTo(CheckResult.passed(disabled));
        assertThat(scripts.isIdle()).isTrue();

        scripts.refuse();
        CompletableFuture<CheckResult> result = look("misc_path /bin/ask");
        scripts.next().end(new ScriptEnd.Exited(1));
        assertThat(get(result).passed()).isFalse();
    }

    @Test
    void oneThatVanishesInUseHasFailed() throws Exception {
        CompletableFuture<CheckResult> first = look("misc_path /bin/ask");
        scripts.next().end(new ScriptEnd.Exited(0));
        get(first);

        scripts.refuse("it is gone");
        CompletableFuture<CheckResult> second = look("misc_path /bin/ask");
        scripts.next().end(new ScriptEnd.NotStarted("it is gone"));
        assertThat(get(second).passed()).isFalse();
    }

    @Test
    void whoIsInterruptedEndsTheCommandFirst() throws Exception {
        CompletableFuture<String> ended = new CompletableFuture<>();
        Thread looking =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        ended.complete(run("misc_path /bin/ask").reason());
                                    } catch (IOException e) {
                                        ended.completeExceptionally(e);
                                    } catch (InterruptedException e) {
                                        ended.complete("interrupted");
                                    }
                                });
        scripts.next();
        looking.interrupt();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
    }

    private CompletableFuture<CheckResult> look(String text) {
        CompletableFuture<CheckResult> result = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                result.complete(run(text));
                            } catch (IOException | InterruptedException | RuntimeException e) {
                                result.completeExceptionally(e);
                            }
                        });
        return result;
    }

    private CheckResult run(String text) throws ExhaustedException, InterruptedException {
        Check.Probed check = read(text).probed();
        return ((MiscMethod) check.method()).run(new TestProbe(new FakeNetworks(), check.target()));
    }

    private static CheckResult get(CompletableFuture<CheckResult> result)
            throws InterruptedException, ExecutionException, TimeoutException {
        return result.get(10, TimeUnit.SECONDS);
    }

    private CheckText read(String text) {
        return CheckText.read(type, text, SERVER, SECURE);
    }
}
