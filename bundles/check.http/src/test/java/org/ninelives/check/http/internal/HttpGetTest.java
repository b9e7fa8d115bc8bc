package org.ninelives.check.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.net.IpAddress;
import org.ninelives.check.http.core.BodyPattern;
import org.ninelives.check.http.core.RegexOption;
import org.ninelives.check.http.engine.HttpMethod;
import org.ninelives.check.http.settings.Page;
import org.ninelives.testkit.network.CheckText;

/** What is read from {@code HTTP_GET}. */
class HttpGetTest {

    private final HttpGet type = new HttpGet();

    private CheckText read(String block) {
        return CheckText.read(type, block);
    }

    private static CheckedServer within(String virtualHost) {
        CheckedServer plain = CheckedServer.of(IpAddress.of("2001:db8::1"), 8080);
        return new CheckedServer(
                plain.address(),
                plain.port(),
                Optional.of(Duration.ofSeconds(2)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.ofNullable(virtualHost));
    }

    private static List<Page> pages(CheckText text) {
        return ((HttpMethod) text.probed().method()).pages();
    }

    private static Page only(CheckText text) {
        assertThat(pages(text)).hasSize(1);
        return pages(text).getFirst();
    }

    private Page url(String lines) {
        CheckText text = read("url {\npath /\n" + lines + "\n}");
        assertThat(text.problems()).isEmpty();
        return only(text);
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private List<String> problemsOfUrl(String line) {
        return read("url {\npath /\n" + line + "\n}").problems();
    }

    @Test
    void aPathIsEnough() {
        CheckText text = read("url {\npath /a\n}");
        assertThat(text.problems()).isEmpty();
        assertThat(only(text).request().text())
                .isEqualTo(
                        lines(
                                """
                                GET /a HTTP/1.0
                                User-Agent: KeepAliveClient
                                Host: 10.0.0.1:80

                                """));
        assertThat(only(text).expectation().status()).hasToString("200-299");
        assertThat(only(text).tls()).isEmpty();
        assertThat(text.probed().method().cost()).isEqualTo(ProbeCost.CHEAP);
        assertThat(text.probed().schedule())
                .isEqualTo(
                        new CheckSchedule(
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(60),
                                1,
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(5),
                                1));
    }

    @Test
    void theSameTextMakesEqualChecks() {
        String block =
                """
                url {
                path /
                status_code 200 404
                digest 5eb63bbbe01eeed093cb22bb8f5acdc3
                regex 'a+'
                header Accept */*
                }
                """;
        assertThat(read(block).checks()).isEqualTo(read(block).checks());
        assertThat(read(block.replace("a+", "b")).checks()).isNotEqualTo(read(block).checks());
    }

    @Test
    void aFailedCheckIsNotRunMoreOftenThanTried() {
        CheckText text =
                CheckText.read(
                        type,
                        "delay_before_retry 9\nurl {\npath /\n}\nurl {\npath /b\n}\n"
                                + "connect_timeout 2\ncheck_timeout 7",
                        within(null));
        CheckSchedule schedule = text.probed().schedule();
        assertThat(schedule.delayLoop()).isEqualTo(Duration.ofSeconds(2));
        assertThat(schedule.delayWhenFailed()).isEqualTo(Duration.ofSeconds(9));
        // Two pages and the second connection.
        assertThat(schedule.checkTimeout()).isEqualTo(Duration.ofSeconds(16));
        assertThat(((HttpMethod) text.probed().method()).pageTimeout())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({
        "nb_get_retry 4, 4",
        "retry 2, 2",
        "retry 2 ~ nb_get_retry 4, 2",
        "fall 3 ~ nb_get_retry 4, 2"
    })
    void theOldNameOfRetryIsTaken(String lines, long retry) {
        CheckText text = read(lines.replace(" ~ ", "\n") + "\nurl {\npath /\n}");
        assertThat(text.probed().schedule().retry()).isEqualTo(retry);
        assertThat(text.problems().toString().contains("is deprecated; write retry"))
                .isEqualTo(lines.contains("nb_get_retry"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, [2001:db8::1]:8080",
                "-, -, server.example, server.example",
                "-, check.example, server.example, check.example",
                "url.example, check.example, server.example, url.example"
            })
    void theNearestVirtualHostIsTheHost(
            String ofUrl, String ofCheck, String ofServer, String expected) {
        CheckText text =
                CheckText.read(
                        type,
                        (ofCheck == null ? "" : "virtualhost " + ofCheck + "\n")
                                + "url {\npath /\n"
                                + (ofUrl == null ? "" : "virtualhost " + ofUrl + "\n")
                                + "}",
                        within(ofServer));
        assertThat(only(text).request().text()).contains("\r\nHost: " + expected + "\r\n");
    }

    @Test
    void theHostIsWhereTheCheckConnectsTo() {
        assertThat(
                        only(read("connect_ip 10.9.9.9\nconnect_port 81\nurl {\npath /\n}"))
                                .request()
                                .text())
                .contains("\r\nHost: 10.9.9.9:81\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, HTTP/1.0, false",
        "1.0C, HTTP/1.0, true",
        "1.0c, HTTP/1.0, true",
        "1.1, HTTP/1.1, true"
    })
    void theProtocolIsAsked(String word, String version, boolean close) {
        String request =
                only(read("http_protocol " + word + "\nurl {\npath /\n}")).request().text();
        assertThat(request).startsWith("GET / " + version + "\r\n");
        assertThat(request.contains("Connection: close")).isEqualTo(close);
    }

    @Test
    void anUnknownProtocolIsRefused() {
        assertThat(read("http_protocol 2.0\nurl {\npath /\n}").problems())
                .containsExactly(
                        "ERROR test.conf:2: http_protocol: 2.0 is none of 1.0|1.0C|1.0c|1.1");
    }

    @Test
    void severalUrlsAreKeptInOrder() {
        assertThat(pages(read("url {\npath /a\n}\nurl {\npath /b\n}")))
                .extracting(page -> page.request().target())
                .containsExactly("/a", "/b");
    }

    @Test
    void aCheckWithoutPathsIsNone() {
        CheckText text = read("url {\nstatus_code 200\n}");
        assertThat(text.checks()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:2: path: is missing, and the url is skipped; write path /",
                        "ERROR test.conf:1: HTTP_GET: has no url with a path, and is skipped;"
                                + " write url { path / }");
    }

    @Test
    void aStrangePathIsSentAllTheSame() {
        CheckText text = read("url {\npath foo\n}");
        assertThat(only(text).request().target()).isEqualTo("foo");
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:3: path: foo does not begin with /, so most servers"
                                + " refuse it");
    }

    @ParameterizedTest
    @CsvSource({
        "status_code 200, 200",
        "status_code 200-299 404, 200-299 404",
        "status_code 200 201 ~ status_code 302, 200-201 302",
        "status_code 100-599, 100-599"
    })
    void statusCodesAreJoined(String lines, String expected) {
        assertThat(url(lines.replace(" ~ ", "\n")).expectation().status()).hasToString(expected);
    }

    @Test
    void wrongStatusCodesAreLeftOutAlone() {
        CheckText text = read("url {\npath /\nstatus_code 200 700 300-200 20x\n}");
        assertThat(only(text).expectation().status()).hasToString("200");
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:4: status_code: 700, 300-200, 20x are not in 100..599 or"
                                + " FIRST-LAST, several; ignored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "status_code 99          | status_code: 99 is not in 100..599",
                "status_code             | status_code: a status code is missing",
                "digest abc              | digest: abc is not an MD5 of 32 hexadecimal digits",
                "digest 5eb63bbbe01eeed093cb22bb8f5acdcg | is not an MD5",
                "regex a(b               | regex: a(b cannot be used: Unclosed group",
                "regex 'a                | regex: a single quote is not closed",
                "regex                   | regex: a pattern is missing",
                "regex a b               | regex: 'b' is too much and ignored; put a pattern",
                "regex_options foo       | regex_options: foo is none of allow_empty_class|alt",
                "regex_options           | regex_options: an option is missing",
                "regex_options dupnames caseless alt_bsux | dupnames, alt_bsux cannot be had",
                "regex_min_offset -1     | regex_min_offset: -1 is not in 0..2147483647",
                "regex_max_offset x      | regex_max_offset: x is not a whole number",
                "regex_stack 1           | regex_stack: a second size is missing",
                "regex_stack 1 x         | regex_stack: x is not a size in bytes",
                "tls_compliant maybe     | tls_compliant: maybe is none of true, on",
                "virtualhost             | virtualhost: NAME is missing",
                "method get              | method: get is not a method of HTTP",
                "method CONNECT          | method: CONNECT is not a method of HTTP",
                "header Accept: x        | header: Accept: is not the name of a field",
                "header Host x           | header: Host is set already; see virtualhost",
                "header Accept           | header: a value is missing",
                "auth user secret        | auth: a password does not belong in this file",
                "auth a:b file:/x        | auth: a user has no colon in the name",
                "auth user file:/absent  | auth: /absent does not exist; the server is asked",
                "auth user env:ABSENT_9  | auth: the daemon's environment has no variable ABSENT_9",
                "nonsense                | nonsense: unknown keyword"
            })
    void whatIsWrongIsToldInOneLine(String line, String problem) {
        assertThat(problemsOfUrl(line)).singleElement().asString().contains(problem);
    }

    @Test
    void aDigestMayBeInUpperCase() {
        assertThat(url("digest 5EB63BBBE01EEED093CB22BB8F5ACDC3").expectation().digest())
                .contains("5eb63bbbe01eeed093cb22bb8f5acdc3");
    }

    @Test
    void allKeywordsOfARegexTogether() {
        Page page =
                url(
                        """
                        regex "say \\\\d+"
                        regex_no_match
                        regex_options caseless dotall
                        regex_options multiline
                        regex_min_offset 3
                        regex_max_offset 9
                        regex_stack 32768 65536\
                        """);
        assertThat(page.expectation().pattern())
                .contains(
                        new BodyPattern(
                                new BodyPattern.Words(
                                        "say \\d+",
                                        Set.of(
                                                RegexOption.CASELESS,
                                                RegexOption.DOTALL,
                                                RegexOption.MULTILINE),
                                        true,
                                        3,
                                        9)));
    }

    @Test
    void everyOptionOfPcreIsKnown() {
        String all =
                "caseless dotall extended firstline multiline ucp utf auto_callout never_ucp"
                        + " never_utf no_auto_capture no_auto_possess no_dotstar_anchor"
                        + " no_start_optimize ungreedy never_backslash_c use_offset_limit";
        assertThat(problemsOfUrl("regex x\nregex_options " + all)).isEmpty();
        assertThat(
                        problemsOfUrl(
                                "regex x\nregex_options allow_empty_class alt_bsux dollar_endonly"
                                        + " dupnames match_unset_backref alt_circumflex"
                                        + " alt_verbnames"))
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .contains("cannot be had");
    }

    @Test
    void offsetsThatExcludeEachOtherAreTold() {
        assertThat(problemsOfUrl("regex a\nregex_min_offset 10\nregex_max_offset 5"))
                .containsExactly(
                        "ERROR test.conf:6: regex_max_offset: 5 is below regex_min_offset 10, so"
                                + " that nothing could match; ignored");
    }

    @Test
    void whatIsOursGoesIntoTheRequest() {
        assertThat(
                        url("method POST\nheader Accept text/plain\nheader X-Probe \"a b\"\n"
                                        + "body \"{}\"")
                                .request()
                                .text())
                .isEqualTo(
                        lines(
                                """
                                POST / HTTP/1.0
                                User-Agent: KeepAliveClient
                                Host: 10.0.0.1:80
                                Accept: text/plain
                                X-Probe: a b
                                Content-Length: 2

                                {}\
                                """));
    }

    @Test
    void theWordsOfTlsMeanNothingHere() {
        CheckText text =
                read("enable_sni\nsni_name x\ntls_compliant\nfast_recovery\nurl {\npath /\n}");
        assertThat(text.problems()).isEmpty();
        assertThat(only(text).tls()).isEmpty();
    }

    @Test
    void commonKeywordsAreTaken() {
        Check.Probed check = read("alpha\nlog_all_failures\nurl {\npath /\n}").probed();
        assertThat(check.alpha()).isTrue();
        assertThat(check.logAllFailures()).isTrue();
        assertThat(check.keyword()).isEqualTo("HTTP_GET");
    }
}
