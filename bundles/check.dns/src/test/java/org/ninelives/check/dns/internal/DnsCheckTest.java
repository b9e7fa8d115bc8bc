package org.ninelives.check.dns.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.check.dns.core.DomainName;
import org.ninelives.check.dns.core.QueryType;
import org.ninelives.check.dns.core.Question;
import org.ninelives.testkit.network.CheckText;

/** What is read from {@code DNS_CHECK}. */
class DnsCheckTest {

    private static CheckText read(String block) {
        return CheckText.read(new DnsCheck(), block);
    }

    private static DnsMethod method(CheckText text) {
        return (DnsMethod) text.probed().method();
    }

    @Test
    void anEmptyBlockAsksForTheRoot() {
        CheckText text = read("");
        assertThat(text.problems()).isEmpty();
        assertThat(method(text))
                .isEqualTo(
                        new DnsMethod(
                                new Question(QueryType.SOA, DomainName.ROOT),
                                Duration.ofSeconds(5)));
        assertThat(text.probed().schedule().retry()).isEqualTo(3);
        assertThat(text.probed().schedule().delayBeforeRetry()).isEqualTo(Duration.ofSeconds(60));
        assertThat(text.probed().target()).hasToString("[10.0.0.1]:80");
    }

    @Test
    void allKeywordsTogether() {
        CheckText text =
                read(
                        "type aAaA\nname www.example.org.\nconnect_port 53\nconnect_timeout 2\n"
                                + "delay_loop 7\nretry 1");
        assertThat(text.problems()).isEmpty();
        assertThat(method(text).question()).hasToString("AAAA www.example.org");
        assertThat(method(text).timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(text.probed().target().port()).isEqualTo(53);
        assertThat(text.probed().schedule().delayBeforeRetry()).isEqualTo(Duration.ofSeconds(7));
        assertThat(text.probed().schedule().retry()).isEqualTo(1);
        assertThat(text.probed().keyword()).isEqualTo("DNS_CHECK");
    }

    @ParameterizedTest
    @CsvSource({"A", "ns", "CNAME", "soa", "MX", "TXT", "AAAA", "rrsig", "DNSKEY"})
    void eachTypeIsKnown(String word) {
        CheckText text = read("type " + word);
        assertThat(text.problems()).isEmpty();
        assertThat(method(text).question().type().name()).isEqualToIgnoringCase(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ## ",
            value = {
                "type ANY ## type: ANY is none of A|NS|CNAME|SOA|MX|TXT|AAAA|RRSIG|DNSKEY",
                "type ## type: A|NS|CNAME|SOA|MX|TXT|AAAA|RRSIG|DNSKEY is missing",
                "name ## name: a domain name is missing",
                "name a..b ## name: a..b has an empty label"
            })
    void whatIsWrongIsToldInOneLine(String line, String problem) {
        CheckText text = read(line);
        assertThat(text.problems()).singleElement().asString().contains(problem);
        assertThat(method(text).question()).hasToString("SOA .");
    }
}
