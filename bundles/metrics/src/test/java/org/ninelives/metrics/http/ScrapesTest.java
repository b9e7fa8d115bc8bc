package org.ninelives.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.http.Listener;
import org.ninelives.http.LoopbackAddress;
import org.ninelives.metrics.families.Catalogue;
import org.ninelives.metrics.families.FakeWorld;
import org.ninelives.metrics.families.Happenings;
import org.ninelives.metrics.families.Look;
import org.ninelives.metrics.families.Scenes;
import org.ninelives.metrics.families.World;
import org.ninelives.metrics.settings.MetricsGrammar;
import org.ninelives.testkit.ConfigurationText;

/** Over real sockets. */
@Timeout(120)
class ScrapesTest {

    private final FakeWorld world = Scenes.oneOfEach();
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch hold = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile boolean held;
    private int port;
    private Pages pages;
    private Listener listener;

    /** The one of each, that counts how often it is looked at, and may take its time. */
    private final class Watched implements World {
        @Override
        public <B> List<B> all(Class<B> type) {
            if (type == DaemonMXBean.class) {
                looks.incrementAndGet();
                try {
                    if (held) {
                        hold.await();
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return world.all(type);
        }
    }

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        pages =
                new Pages(
                        new Look(new Catalogue(new Happenings()), Watched::new, System::nanoTime));
        listener = Listener.start(address(), Scrapes.SERVICE, new Scrapes(pages));
    }

    @AfterEach
    void stop() {
        hold.countDown();
        listener.close();
        pages.close();
    }

    private LoopbackAddress address() {
        return ConfigurationText.of(
                        "global_defs {\n    metrics_address 127.0.0.1:" + port + "\n}\n",
                        BlockGrammar.none(),
                        MetricsGrammar.GLOBAL_DEFS)
                .globalDefs()
                .get(MetricsGrammar.METRICS_ADDRESS)
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void thePageIsPlainTextUnlessOpenMetricsIsAskedFor() throws Exception {
        HttpResponse<String> plain = get("/metrics");
        HttpResponse<String> open =
                get(
                        "/metrics",
                        "Accept",
                        "application/openmetrics-text;version=1.0.0;q=0.8,*/*;q=0.1");

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain; version=0.0.4");
        assertThat(plain.body()).contains("ninelives_real_server_up{");
        assertThat(open.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/openmetrics-text; version=1.0.0");
        assertThat(open.body()).endsWith("# EOF\n");
    }

    /** As a Prometheus that knows protocol buffers asks; this bundle does not. */
    @Test
    void protocolBuffersAreNotSpoken() throws Exception {
        assertThat(
                        get(
                                        "/metrics",
                                        "Accept",
                                        "application/vnd.google.protobuf;proto=io.prometheus.client"
                                                + ".MetricFamily;encoding=delimited;q=0.6,"
                                                + "text/plain;version=0.0.4;q=0.3")
                                .headers()
                                .firstValue("Content-Type")
                                .orElse(""))
                .startsWith("text/plain; version=0.0.4");
    }

    @Test
    void itIsPackedForThoseWhoUnpack() throws Exception {
        HttpResponse<InputStream> packed =
                http.send(
                        request("/metrics").header("Accept-Encoding", "gzip").build(),
                        BodyHandlers.ofInputStream());

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream plain = new GZIPInputStream(packed.body())) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("ninelives_build_info{");
        }
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/../etc").statusCode()).isEqualTo(404);
        HttpRequest post = request("/metrics").POST(HttpRequest.BodyPublishers.noBody()).build();
        assertThat(http.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        assertThat(looks).hasValue(0);
    }

    @Test
    void whoAsksForTheHeadGetsNoPage() throws Exception {
        HttpRequest head =
                request("/metrics").method("HEAD", HttpRequest.BodyPublishers.noBody()).build();
        HttpResponse<String> answer = http.send(head, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whoAsksAtOnceGetsTheSamePage() throws Exception {
        held = true;
        List<Thread> clients = new ArrayList<>();
        AtomicInteger served = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            clients.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            served.addAndGet(
                                                    get("/metrics").statusCode() == 200 ? 1 : 0);
                                        } catch (Exception e) {
                                            throw new IllegalStateException(e);
                                        }
                                    }));
        }
        await().until(() -> looks.get() == 1);
        hold.countDown();
        for (Thread client : clients) {
            client.join();
        }

        assertThat(served).hasValue(10);
        // A slow machine may let some come a second later.
        assertThat(looks).hasValueLessThan(10);
    }

    @Test
    void clientsThatSayNothingKeepOutNobody() throws Exception {
        List<Socket> silent = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write("GET /metr".getBytes(StandardCharsets.US_ASCII));
            silent.add(socket);
        }

        assertThat(get("/metrics").statusCode()).isEqualTo(200);
        for (Socket socket : silent) {
            awaitEnd(socket);
        }
    }

    /** Reads until the other end closes it, sooner or later. */
    private static void awaitEnd(Socket socket) throws IOException {
        try (socket) {
            socket.setSoTimeout(30_000);
            while (socket.getInputStream().read() >= 0) {
                // an answer that says what was wrong
            }
        } catch (SocketException e) {
            assertThat(e).as("reset, as it was not read to its end").isNotNull();
        }
    }

    @Test
    void clientsThatDoNotReadKeepOutNobody() throws Exception {
        Scenes.balance(world, 100, 20);
        List<Socket> deaf = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write("GET /metrics HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            deaf.add(socket);
        }

        assertThat(get("/metrics").body()).contains("ninelives_collector_success{");
        for (Socket socket : deaf) {
            socket.close();
        }
    }

    @Test
    void theEndFreesThePortAndItsThreads() throws Exception {
        get("/metrics");
        listener.close();
        pages.close();

        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        await().until(
                        () ->
                                Thread.getAllStackTraces().keySet().stream()
                                        .noneMatch(t -> t.getName().startsWith("metrics")));
    }

    @Test
    void aPortThatIsTakenIsTriedAgain() throws Exception {
        listener.close();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            listener = Listener.start(address(), Scrapes.SERVICE, new Scrapes(pages));
            assertThat(other.isBound()).isTrue();
        }

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> get("/metrics").statusCode() == 200);
    }
}
