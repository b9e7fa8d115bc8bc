package org.ninelives.check.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.testkit.network.Conversation;
import org.ninelives.testkit.network.FakeNetworks;
import org.ninelives.testkit.network.TestProbe;

/** Looks at servers by way of connections. */
class SmtpMethodTest {

    private static final String ADDRESS = "192.0.2.10";
    private static final int PORT = 25;
    private static final String SERVER = "server [192.0.2.10]:25";

    private final FakeNetworks networks = new FakeNetworks();
    private final TestProbe probe =
            new TestProbe(networks, ConnectTarget.of(IpAddress.of(ADDRESS), PORT));

    @AfterEach
    void theConnectionIsClosed() {
        assertThat(networks.open()).isZero();
    }

    @Test
    void aServerThatAnswersIsUp() {
        networks.serve(
                ADDRESS,
                PORT,
                client -> {
                    client.say("220 hello\r\n");
                    client.say(client.hear().equals("HELO me.example") ? "250 ok\r\n" : "501\r\n");
                    client.say(client.hear().equals("QUIT") ? "221 bye\r\n" : "");
                });
        assertThat(look())
                .isEqualTo(
                        CheckResult.passed(
                                "Remote SMTP server [192.0.2.10]:25 succeed on service"));
        assertThat(probe.steps()).contains("> HELO me.example", "< 221 bye");
    }

    @Test
    void aServerThatSaysNothingIsDown() {
        networks.serve(ADDRESS, PORT, Conversation::staySilent);
        assertFailed("Read timeout from " + SERVER);
    }

    @Test
    void aServerThatBreaksOffIsDown() {
        networks.serve(ADDRESS, PORT, Conversation::reset);
        assertFailed("Read failure from " + SERVER + ": connection reset");
    }

    @Test
    void aServerThatRefusesIsDown() {
        networks.host(ADDRESS);
        assertFailed("Could not connect to " + SERVER + ": connection to [192.0.2.10]:25 refused");
    }

    @Test
    void aHostThatIsSilentIsDown() {
        networks.silence(ADDRESS);
        assertFailed("Connection timeout to " + SERVER);
    }

    @Test
    void aLookCostsSomePackets() {
        assertThat(new SmtpMethod("me").cost()).isEqualTo(ProbeCost.CHEAP);
    }

    private CheckResult look() {
        return new SmtpMethod("me.example").run(probe);
    }

    private void assertFailed(String reason) {
        assertThat(look()).isEqualTo(CheckResult.failed(reason));
    }
}
