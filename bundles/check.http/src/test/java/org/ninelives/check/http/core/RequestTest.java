package org.ninelives.check.http.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests, byte for byte as keepalived's where it can make them. */
class RequestTest {

    @Test
    void anOrdinaryRequest() {
        assertThat(text(HttpVersion.HTTP_1_0))
                .isEqualTo(
                        lines(
                                """
                                GET /a HTTP/1.0
                                User-Agent: KeepAliveClient
                                Host: vs.example

                                """));
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_0_CLOSE, 1.0", "HTTP_1_1, 1.1"})
    void aRequestThatWantsTheConnectionClosed(HttpVersion version, String number) {
        assertThat(text(version))
                .isEqualTo(
                        lines(
                                """
                                GET /a HTTP/%s
                                User-Agent: KeepAliveClient
                                Connection: close
                                Host: vs.example

                                """
                                        .formatted(number)));
    }

    @Test
    void aRequestWithAllThatIsOurs() {
        Request request =
                Request.of(
                        "/a",
                        new Request.Parts(
                                "POST",
                                HttpVersion.HTTP_1_0,
                                "h",
                                List.of("Accept: text/plain", "Authorization: Basic eDp5"),
                                Optional.of("ü")));
        assertThat(new String(request.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        lines(
                                """
                                POST /a HTTP/1.0
                                User-Agent: KeepAliveClient
                                Host: h
                                Accept: text/plain
                                Authorization: Basic eDp5
                                Content-Length: 2

                                ü\
                                """));
        assertThat(request).hasToString("POST /a");
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private static String text(HttpVersion version) {
        Request request =
                Request.of(
                        "/a",
                        new Request.Parts(
                                "GET", version, "vs.example", List.of(), Optional.empty()));
        return new String(request.bytes(), StandardCharsets.UTF_8);
    }
}
