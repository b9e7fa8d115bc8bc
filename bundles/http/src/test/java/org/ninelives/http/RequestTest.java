package org.ninelives.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    private static Request read(String text) throws IOException {
        return Request.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100);
    }

    @Test
    void theHeadSaysWhatIsWanted() throws IOException {
        assertThat(
                        read(
                                String.join(
                                        "\r\n",
                                        "GET /metrics?x=1 HTTP/1.1",
                                        "Host: a",
                                        "ACCEPT: text/plain",
                                        "accept: */*",
                                        "Accept-Encoding: br, gzip",
                                        "",
                                        "")))
                .isEqualTo(
                        new Request(
                                "GET",
                                "/metrics",
                                Map.of(
                                        "host",
                                        "a",
                                        "accept",
                                        "text/plain,*/*",
                                        "accept-encoding",
                                        "br, gzip"),
                                ""));
        assertThat(read("HEAD / HTTP/1.0\n\n")).isEqualTo(new Request("HEAD", "/", Map.of(), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "GZIP;q=1.0 | true",
                "gzip; q=0.5 | true",
                "gzip;q=0 | false",
                "gzip;q=0.000 | false",
                "x-gzip | false",
                "identity | false"
            })
    void itMayTakeGzip(String coding, boolean takes) throws IOException {
        assertThat(read("GET / HTTP/1.1\r\nAccept-Encoding: " + coding + "\r\n\r\n").takesGzip())
                .isEqualTo(takes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /metrics HTTP/1.1\r\nHost: a\r\n",
                "\r\n\r\n",
                "GET /metrics\r\n\r\n",
                "GET  /metrics HTTP/1.1\r\n\r\n",
                "GET /metrics HTTP/2\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n"
            })
    void whatIsNoRequestIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Request.MalformedException.class);
    }

    @Test
    void theBodyIsAsLongAsTold() throws IOException {
        assertThat(read("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n\u00e41x").body())
                .isEqualTo("\u00e41");
        assertThat(read("POST / HTTP/1.1\nContent-Length: 0\n\n").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 101",
                "Content-Length: 5",
                "Content-Length: -1",
                "Content-Length: 1\r\nContent-Length: 1",
                "Content-Length: 99999999999",
                "Transfer-Encoding: chunked"
            })
    void aBodyOfAnotherLengthIsRefused(String header) {
        assertThatThrownBy(() -> read("POST / HTTP/1.1\r\n" + header + "\r\n\r\nabc"))
                .isInstanceOf(Request.MalformedException.class);
    }

    @Test
    void anEndlessHeadIsRefused() {
        assertThatThrownBy(() -> read("GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(10_000)))
                .hasMessageContaining("8 KiB");
    }
}
