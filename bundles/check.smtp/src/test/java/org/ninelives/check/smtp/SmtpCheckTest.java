package org.ninelives.check.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.testkit.network.CheckText;

/** What is read from {@code SMTP_CHECK}. */
class SmtpCheckTest {

    private static final CheckedServer SERVER = CheckedServer.of(IpAddress.of("192.0.2.10"), 25);

    @Test
    void anEmptyBlockChecksTheRealServer() {
        CheckText read = read("");
        assertThat(read.problems()).isEmpty();
        Check.Probed check = read.probed();
        assertThat(check.keyword()).isEqualTo("SMTP_CHECK");
        assertThat(check.method()).isEqualTo(new SmtpMethod("smtpchecker.keepalived.org"));
        assertThat(check.target()).isEqualTo(ConnectTarget.of(SERVER.address(), 25));
        assertThat(check.schedule().retry()).isOne();
    }

    @Test
    void allKeywordsTogether() {
        CheckText read =
                read(
                        """
                        connect_ip 192.0.2.11
                        connect_port 2525
                        bindto 192.0.2.1
                        bind_port 3000
                        bind_if eth1
                        connect_timeout 2.5
                        check_timeout 4
                        fwmark 7
                        retry 3
                        delay_before_retry 2
                        warmup 0
                        delay_loop 6
                        alpha
                        log_all_failures
                        rise 2
                        helo_name lb.example.org
                        """);
        assertThat(read.problems()).isEmpty();
        Check.Probed check = read.probed();
        assertThat(check.method()).isEqualTo(new SmtpMethod("lb.example.org"));
        assertThat(check.target())
                .isEqualTo(
                        new ConnectTarget(
                                IpAddress.of("192.0.2.11"),
                                2525,
                                Optional.of(IpAddress.of("192.0.2.1")),
                                3000,
                                Optional.of(new InterfaceName("eth1")),
                                7));
        assertThat(check.schedule().connectTimeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(check.schedule().checkTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(check.schedule().retry()).isEqualTo(3);
        assertThat(check.alpha()).isTrue();
        assertThat(check.logAllFailures()).isTrue();
    }

    @Test
    void eachHostIsACheckOfItsOwn() {
        CheckText read =
                read(
                        """
                        helo_name lb
                        retry 3
                        host {
                          connect_port 26
                        }
                        host {
                          connect_ip 192.0.2.12
                          retry 4
                          alpha
                        }
                        """);
        assertThat(read.problems())
                .hasSize(2)
                .allMatch(problem -> problem.contains("host: is deprecated; write one more"));
        assertThat(read.checks())
                .extracting(SmtpCheckTest::words)
                .containsExactly("[192.0.2.10]:26 3 false", "[192.0.2.12]:25 4 true");
        assertThat(read.checks())
                .allSatisfy(
                        check ->
                                assertThat(((Check.Probed) check).method())
                                        .isEqualTo(new SmtpMethod("lb")));
    }

    @Test
    void besideHostsTheBlockItselfIsACheckIfItSaysWhom() {
        assertThat(read("connect_port 26\nhost {\n}").checks())
                .extracting(SmtpCheckTest::words)
                .containsExactly("[192.0.2.10]:26 1 false", "[192.0.2.10]:25 1 false");
    }

    private static String words(Check check) {
        Check.Probed probed = (Check.Probed) check;
        return probed.target() + " " + probed.schedule().retry() + " " + probed.alpha();
    }

    @ParameterizedTest
    @CsvSource({
        "helo_name, helo_name: NAME is missing",
        "helo_name \"a b\", helo_name: a name for HELO has 1..255",
        "connect_port 0, connect_port: 0 is not in 1..65535",
        "bindto 2001:db8::1, bindto: 2001:db8::1 is not of the family",
        "fwmark -1, fwmark: -1 is not a whole number",
        "helo_nam lb, did you mean 'helo_name'"
    })
    void whatIsWrongIsSaidAndTheRestHolds(String line, String complaint) {
        CheckText read = read(line + "\nretry 5");
        assertThat(read.problems()).singleElement().asString().contains(complaint);
        assertThat(read.probed().schedule().retry()).isEqualTo(5);
    }

    private static CheckText read(String text) {
        return CheckText.read(new SmtpCheck(), text, SERVER);
    }
}
