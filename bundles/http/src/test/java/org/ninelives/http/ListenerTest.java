package org.ninelives.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real sockets, with a handler that streams, echoes or fails. */
@Timeout(120)
class ListenerTest {

    private static final int CLIENTS_MAX = 16;

    private final AtomicInteger streams = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();
    private int port;
    private Listener listener;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        listener =
                Listener.start(
                        LoopbackAddress.of("127.0.0.1:" + port),
                        new Service("tests", "http-test", "test_address", "/", 100),
                        this::answer);
    }

    @AfterEach
    void stop() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void answer(Request request, Answer answer) throws IOException {
        switch (request.path()) {
            case "/echo" -> answer.tell("200 OK", request.body(), List.of("X-Test: 1"));
            case "/stream" -> stream(answer, "tick\n", 100);
            case "/flood" -> stream(answer, "x".repeat(1 << 20), 0);
            default -> throw new IllegalStateException("as it shall");
        }
    }

    private void stream(Answer answer, String text, long pauseMillis) throws IOException {
        answer.vouch();
        streams.incrementAndGet();
        try {
            var out = answer.begin("200 OK", "text/plain", List.of(), Answer.ENDLESS);
            while (true) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                answer.flush();
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.decrementAndGet();
        }
    }

    private Socket ask(String text) throws IOException {
        Socket socket = new Socket();
        sockets.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private String answerTo(String text) throws IOException {
        return new String(ask(text).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aBodyIsHandedOverAndHeadersAreSent() throws IOException {
        assertThat(answerTo("POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nX-Test: 1\r\n", "\r\nContent-Length: 6\r\n")
                .endsWith("\r\n\r\nhello\n");
    }

    @Test
    void whatIsNoRequestIsToldSo() throws IOException {
        assertThat(answerTo("POST /echo HTTP/1.1\r\nContent-Length: 101\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("more than 100 bytes");
        assertThat(answerTo("hello\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aHandlerThatFailsCostsItsClientAndNobodyElse() throws IOException {
        assertThat(answerTo("GET /bad HTTP/1.1\r\n\r\n")).isEmpty();
        assertThat(answerTo("GET /echo HTTP/1.1\r\n\r\n")).contains("200 OK");
    }

    @Test
    void whoIsKnownStaysWhileStrangersGo() throws IOException {
        InputStream stream = ask("GET /stream HTTP/1.1\r\n\r\n").getInputStream();
        await().until(() -> streams.get() == 1);
        for (int i = 0; i < 4 * CLIENTS_MAX; i++) {
            ask("GET /");
        }

        assertThat(answerTo("GET /echo HTTP/1.1\r\n\r\n")).contains("200 OK");
        assertThat(streams).hasValue(1);
        assertThat(stream.readNBytes(100)).hasSize(100);
    }

    @Test
    void whereAllAreKnownTheOldestGoes() throws IOException {
        for (int i = 0; i < CLIENTS_MAX; i++) {
            ask("GET /stream HTTP/1.1\r\n\r\n");
        }
        await().until(() -> streams.get() == CLIENTS_MAX);

        assertThat(answerTo("GET /echo HTTP/1.1\r\n\r\n")).contains("200 OK");
        await().until(() -> streams.get() == CLIENTS_MAX - 1);
    }

    /** A stream may last as long as it likes, but what is sent must be taken within 10 s. */
    @Test
    void whoDoesNotTakeAStreamIsDropped() throws IOException {
        ask("GET /flood HTTP/1.1\r\n\r\n");
        await().until(() -> streams.get() == 1);

        await().atMost(Duration.ofSeconds(60)).until(() -> streams.get() == 0);
    }

    @Test
    void theEndEndsStreams() throws IOException {
        ask("GET /stream HTTP/1.1\r\n\r\n");
        await().until(() -> streams.get() == 1);
        listener.close();

        await().until(() -> streams.get() == 0);
    }
}
