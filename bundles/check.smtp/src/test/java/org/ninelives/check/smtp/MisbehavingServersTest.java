package org.ninelives.check.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.system.Connections;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.network.Misbehaviour;
import org.ninelives.testkit.network.Server;
import org.ninelives.testkit.network.SocketServer;
import org.ninelives.testkit.network.TestProbe;

/** Servers that do what no mail server should, over connections of the kernel. */
@Tag("kernel")
class MisbehavingServersTest {

    private static final Duration TIME = Duration.ofSeconds(2);
    private static final String DIALOGUE = "220-a\r\n220 b\r\n250 ok\r\n221 bye\r\n";

    static Stream<Arguments> servers() {
        return Stream.of(
                server("Read failure from", Misbehaviour.closesAtOnce()),
                server("Read timeout from", Misbehaviour.neverAnswers()),
                server("Read failure from", Misbehaviour.closesAfter("220-hel")),
                server("Read timeout from", Misbehaviour.staysSilentAfter("220 hello\r\n")),
                server("Read failure from", Misbehaviour.halfClosesAfter("220 hello\r\n25")),
                server("Read failure from", Misbehaviour.resetsAfter("220 hel")),
                server("Bad greeting banner from", Misbehaviour.neverEnds("220-")),
                server("Bad HELO response from", Misbehaviour.sends("220 a\r\n250-", 1L << 30)),
                server("Read timeout from", Misbehaviour.drips(DIALOGUE, Duration.ofSeconds(1))),
                server("Read failure from", Misbehaviour.saysInvalidUtf8("220 ")));
    }

    private static Arguments server(String reason, Server server) {
        return Arguments.of(reason, server);
    }

    @ParameterizedTest
    @MethodSource("servers")
    void eachIsAFailureWithAReason(String reason, Server behaviour) throws Exception {
        CheckResult result = look(behaviour);
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).startsWith(reason);
    }

    @Test
    void aDialogueInSingleBytesIsNone() throws Exception {
        assertThat(look(Misbehaviour.drips(DIALOGUE, Duration.ofMillis(5))).passed()).isTrue();
    }

    private static CheckResult look(Server behaviour) throws Exception {
        try (SocketServer server = SocketServer.start(behaviour);
                Connections connections = new LinuxNetworks().open(Optional.empty())) {
            return new SmtpMethod("me").run(new TestProbe(connections, server.target(), TIME));
        }
    }
}
