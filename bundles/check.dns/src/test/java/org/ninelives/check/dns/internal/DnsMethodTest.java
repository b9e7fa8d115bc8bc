package org.ninelives.check.dns.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.check.dns.core.DomainName;
import org.ninelives.check.dns.core.QueryType;
import org.ninelives.check.dns.core.Question;
import org.ninelives.testkit.network.Conversation;
import org.ninelives.testkit.network.FakeNetworks;
import org.ninelives.testkit.network.Misbehaviour;
import org.ninelives.testkit.network.TestProbe;

/** Looks at name servers that do as they are told. */
class DnsMethodTest {

    private static final String HOST = "10.0.0.1";
    private static final int TRUNCATED = 0x02;

    private final FakeNetworks networks = new FakeNetworks();
    private final TestProbe probe =
            new TestProbe(networks, ConnectTarget.of(IpAddress.of(HOST), 53));

    @AfterEach
    void everySocketIsClosed() {
        assertThat(networks.open()).isZero();
    }

    private CheckResult look() {
        Question question = new Question(QueryType.A, DomainName.of("example.org"));
        return new DnsMethod(question, Duration.ofSeconds(20)).run(probe);
    }

    /** The question as an answer with these further flags and this code. */
    private static byte[] answer(byte[] question, int flags, int code) {
        byte[] answer = question.clone();
        answer[2] |= (byte) (0x80 | flags);
        answer[3] |= (byte) code;
        return answer;
    }

    private static byte[] ofAnotherId(byte[] message) {
        byte[] other = message.clone();
        other[0] ^= 1;
        return other;
    }

    private void answerByTcp(int code) {
        networks.serve(
                HOST,
                53,
                client -> {
                    byte[] question = hear(client);
                    say(client, ofAnotherId(answer(question, 0, 2)));
                    say(client, answer(question, 0, code));
                });
    }

    private static byte[] hear(Conversation client) throws IOException {
        int high = client.input().read();
        return client.input().readNBytes(high << 8 | client.input().read());
    }

    private static void say(Conversation client, byte[] message) throws IOException {
        client.output().write(message.length >> 8);
        client.output().write(message.length);
        client.output().write(message);
    }

    @Test
    void anAnswerWithoutErrorPasses() {
        networks.answer(HOST, 53, question -> List.of(answer(question, 0, 0)));
        assertThat(look()).isEqualTo(CheckResult.passed("DNS_CHECK ([10.0.0.1]:udp:53) success."));
        assertThat(probe.steps())
                .containsExactly("A example.org by UDP to [10.0.0.1]:53", "NOERROR, 0 records");
    }

    @Test
    void anErrorIsNamed() {
        networks.answer(HOST, 53, question -> List.of(answer(question, 0, 2)));
        assertFailed("read error occurred. (rcode = 2, SERVFAIL) to A example.org");
    }

    @Test
    void whatIsNoAnswerIsPassedOver() {
        networks.answer(
                HOST,
                53,
                question ->
                        List.of(
                                new byte[0],
                                new byte[600],
                                question,
                                ofAnotherId(answer(question, 0, 0)),
                                answer(question, 0, 5)));
        assertFailed("read error occurred. (rcode = 5, REFUSED) to A example.org");
    }

    @Test
    void aWrongAnswerAloneIsNone() {
        networks.answer(HOST, 53, question -> List.of(ofAnotherId(answer(question, 0, 0))));
        assertFailed("read timeout from socket: no answer to A example.org");
    }

    @Test
    void whoSendsOnlyWhatIsNoAnswerIsNotListenedToForEver() {
        networks.answer(HOST, 53, question -> Collections.nCopies(1000, new byte[20]));
        assertFailed("read error occurred: none of 1000 messages was an answer to A example.org");
    }

    @Test
    void theSameHoldsForTcp() {
        networks.answer(HOST, 53, question -> List.of(answer(question, TRUNCATED, 0)));
        networks.serve(HOST, 53, Misbehaviour.neverEnds(""));
        assertFailed("read error occurred: none of 1000 messages was an answer to A example.org");
    }

    @Test
    void silenceFails() {
        networks.answer(HOST, 53, question -> List.of());
        assertFailed("read timeout from socket: no answer to A example.org");
    }

    @Test
    void aClosedPortFails() {
        networks.host(HOST);
        assertFailed("read error occurred: port refused");
    }

    @Test
    void anAnswerThatDoesNotFitIsAskedForByTcp() {
        networks.answer(HOST, 53, question -> List.of(answer(question, TRUNCATED, 0)));
        answerByTcp(0);
        assertThat(look().passed()).isTrue();
        assertThat(probe.steps())
                .contains("the answer does not fit into a datagram; asking by TCP");
    }

    @Test
    void theAnswerByTcpCounts() {
        networks.answer(HOST, 53, question -> List.of(answer(question, TRUNCATED, 0)));
        answerByTcp(2);
        assertFailed("read error occurred. (rcode = 2, SERVFAIL) to A example.org");
    }

    @Test
    void aServerWithoutTcpFails() {
        networks.answer(HOST, 53, question -> List.of(answer(question, TRUNCATED, 0)));
        assertFailed("read error occurred: connection to [10.0.0.1]:53 refused");
    }

    @Test
    void aServerThatClosesTcpFails() {
        networks.answer(HOST, 53, question -> List.of(answer(question, TRUNCATED, 0)));
        networks.serve(HOST, 53, DnsMethodTest::hear);
        assertFailed("read error occurred: TCP was closed before the answer");
    }

    @Test
    void aServerThatIsSilentOverTcpFails() {
        networks.answer(HOST, 53, question -> List.of(answer(question, TRUNCATED, 0)));
        networks.serve(HOST, 53, Conversation::staySilent);
        assertFailed("read timeout from socket: no answer to A example.org");
    }

    private void assertFailed(String reason) {
        assertThat(look()).isEqualTo(CheckResult.failed("DNS_CHECK ([10.0.0.1]:udp:53) " + reason));
    }
}
