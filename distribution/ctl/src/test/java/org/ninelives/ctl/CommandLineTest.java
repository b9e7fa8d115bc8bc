package org.ninelives.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that are no command, and daemons that are not reached. */
class CommandLineTest extends AtTheTerminal {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "explain",
                "priority VI_1",
                "priority VI_1 many",
                "drain 10.0.0.1",
                "priority VI_1 100 --until never",
                "status --port 5",
                "reload --against fault",
                "reload --expect 0123abcd --guard 60s",
                "watch --times x"
            })
    void aWrongCommandLineShowsTheRightOne(String words) {
        Ended ended = run(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(ended.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(ended.err()).contains("ninelivesctl");
    }

    @Test
    void aWrongOptionBeforeACommandShowsAllCommands() {
        Ended ended = run("--bogus", "status");
        assertThat(ended.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(ended.err()).containsOnlyOnce("--bogus").contains("drain", "rollback");
    }

    @Test
    void theNameOfACommandMayBeTheNameOfSomethingElse() {
        Ended ended = run("explain", "status");
        assertThat(ended.status()).isEqualTo(ExitStatus.UNKNOWN_OBJECT);
        assertThat(ended.err()).contains("no virtual router 'status'");
    }

    @Test
    void aDurationThatIsNoneIsAWrongCommandLine() {
        Ended ended = run("standby", "VI_1", "--for", "soon");
        assertThat(ended.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(ended.err()).contains("'soon' is no duration");
        assertThat(daemon.calls()).isEmpty();
    }

    @Test
    void whereNobodyAnswersThatIsSaid() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Ended ended = runBare("--address", "127.0.0.1:" + port, "status");
        assertThat(ended.status()).isEqualTo(ExitStatus.UNREACHABLE);
        assertThat(ended.err())
                .startsWith("ninelivesctl: no daemon answers at 127.0.0.1:" + port)
                .contains("refused");
    }

    @Test
    void withoutAPasswordTheFileIsNamed() throws IOException {
        Files.delete(etc.resolve("jmx.password"));
        Ended ended = run("status", "--password-file", etc.resolve("none").toString());
        assertThat(ended.status()).isEqualTo(ExitStatus.UNREACHABLE);
        assertThat(ended.err()).contains("none").contains("--password-file");
    }

    @Test
    void aUserThatTheFileDoesNotHaveIsNamed() {
        Ended ended = run("status", "--user", "stranger");
        assertThat(ended.status()).isEqualTo(ExitStatus.UNREACHABLE);
        assertThat(ended.err()).contains("jmx.password has no user stranger");
    }

    @Test
    void oneDaemonIsMeantNotTwo() {
        Ended ended = run("--pid", "1", "status");
        assertThat(ended.status()).isEqualTo(ExitStatus.UNREACHABLE);
        assertThat(ended.err()).contains("--pid and --address");
    }

    @Test
    void helpAndCompletionNeedNoDaemon() throws IOException {
        daemon.close();
        Ended help = runBare("--help");
        assertThat(help.status()).isEqualTo(ExitStatus.DONE);
        assertThat(help.out()).contains("status", "explain", "priority", "rollback", "bundles");
        assertThat(runBare("completion").out()).contains("complete -F").contains("ninelivesctl");
        daemon = new FakeDaemon();
    }
}
