package org.ninelives.check.http.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests, byte for byte as keepalived's where it can make them. */
class RequestTest {

    @Test
    void anOrdinaryRequest() {
        assertThat(text(HttpVersion.HTTP_1_0))
                .isEqualTo(
                        "GET /a HTTP/1.0\r\n"
                                + "User-Agent: KeepAliveClient\r\n"
                                + "Host: vs.example\r\n\r\n");
    }

    @Test
    void aRequestThatWantsTheConnectionClosed() {
        assertThat(text(HttpVersion.HTTP_1_0_CLOSE))
                .isEqualTo(
                        "GET /a HTTP/1.0\r\nUser-Agent: KeepAliveClient\r\nConnection: close\r\n"
                                + "Host: vs.example\r\n\r\n");
        assertThat(text(HttpVersion.HTTP_1_1))
                .isEqualTo(
                        "GET /a HTTP/1.1\r\nUser-Agent: KeepAliveClient\r\nConnection: close\r\n"
                                + "Host: vs.example\r\n\r\n");
    }

    @Test
    void aRequestWithAllThatIsOurs() {
        Request request =
                Request.of(
                        "/a",
                        new Request.Parts(
                                "POST",
                                HttpVersion.HTTP_1_1,
                                "h",
                                List.of("Accept: text/plain", "Authorization: Basic eDp5"),
                                Optional.of("ü")));
        assertThat(new String(request.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "POST /a HTTP/1.1\r\nUser-Agent: KeepAliveClient\r\nConnection: close\r\n"
                                + "Host: h\r\nAccept: text/plain\r\n"
                                + "Authorization: Basic eDp5\r\nContent-Length: 2\r\n\r\nü");
        assertThat(request).hasToString("POST /a");
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
