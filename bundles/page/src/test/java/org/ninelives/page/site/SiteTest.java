package org.ninelives.page.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.access.RefusedException;
import org.ninelives.api.access.User;
import org.ninelives.api.access.Users;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.http.Listener;
import org.ninelives.http.LoopbackAddress;
import org.ninelives.page.live.Live;
import org.ninelives.testkit.FakeBeans;

/** Over real sockets, as browsers and those who pretend to be one ask. */
@Timeout(120)
class SiteTest {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final FakeUser control = new FakeUser("control", true);
    private final FakeUser monitor = new FakeUser("monitor", false);
    private final FakeBeans beans = new FakeBeans();
    private final Live live = new Live(beans::forEach, "node");
    private volatile Optional<Users> users = Optional.of(new TwoUsers());
    private int port;
    private Listener listener;
    private Site site;

    /** The password of each is its name twice. */
    private final class TwoUsers implements Users {
        @Override
        public Path passwords() {
            return Path.of("jmx.password");
        }

        @Override
        public User login(String way, String name, String password, InetAddress from)
                throws RefusedException {
            if (name.isEmpty() || !password.equals(name + name)) {
                throw new RefusedException("Wrong user or password");
            }
            return name.equals("control") ? control : monitor;
        }
    }

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        site = new Site(() -> users, live);
        listener = Listener.start(LoopbackAddress.of("127.0.0.1:" + port), Site.SERVICE, site);
        beans.with(
                "daemon",
                DaemonMXBean.class,
                Map.of("getVersion", "1.2.3", "eventsSince", List.of()));
    }

    @AfterEach
    void stop() {
        live.close();
        listener.close();
    }

    private String host() {
        return "Host: 127.0.0.1:" + port;
    }

    private Socket open(String first, String body, String... headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        String head = first + " HTTP/1.1\r\n" + String.join("\r\n", headers);
        socket.getOutputStream()
                .write(
                        (head + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private String ask(String first, String body, String... headers) throws IOException {
        try (Socket socket = open(first, body, headers)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String login(String name) throws IOException {
        String answer = ask("POST /api/login", form("name", name, "password", name + name), host());
        Matcher token = TOKEN.matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return "Authorization: Bearer " + token.group(1);
    }

    private static String form(String... words) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < words.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(words[i])
                    .append('=')
                    .append(URLEncoder.encode(words[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    private static String drain() {
        return form("bean", "org.ninelives:type=X", "operation", "drain", "value", "60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/app.js",
                "/parts.js",
                "/orders.js",
                "/daemon.js",
                "/page.css",
                "/icon.svg",
                "/preact.js",
                "/pico.css"
            })
    void eachFileIsThereWithWhatGuardsThePage(String path) throws IOException {
        assertThat(ask("GET " + path, "", host()))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains(
                        "\r\nCache-Control: no-store\r\n",
                        "\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; ",
                        "frame-ancestors 'none'",
                        "\r\nX-Content-Type-Options: nosniff\r\n");
    }

    /** The policy forbids them, so they would not work. */
    @Test
    void nothingIsInlineAndNothingComesFromElsewhere() throws IOException {
        assertThat(ask("GET /", "", host()))
                .doesNotContain("<style", "style=", "onclick", "http://", "https://")
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    @Test
    void otherFilesAreNot() throws IOException {
        for (String path : List.of("/x", "/../app.js", "/Site.class", "//", "/index.html")) {
            assertThat(ask("GET " + path, "", host())).as(path).startsWith("HTTP/1.1 404 ");
        }
        assertThat(ask("POST /", "", host())).startsWith("HTTP/1.1 405 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example", "evil.example:9113", "127.0.0.1.evil.example",
                        "localhost.evil.example",
                "10.0.0.1", "[::2]", "127.0.0.1,evil.example", ""
            })
    void anotherHostIsRefusedEverything(String host) throws IOException {
        assertThat(ask("GET /", "", "Host: " + host)).startsWith("HTTP/1.1 403 ");
        assertThat(
                        ask(
                                "POST /api/login",
                                form("name", "control", "password", "controlcontrol"),
                                "Host: " + host))
                .startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:1", "127.9.9.9", "[::1]:9113"})
    void theLoopbackIsWelcomeAtWhateverPortATunnelHas(String host) throws IOException {
        assertThat(ask("GET /", "", "Host: " + host)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void anotherSiteInTheSameBrowserIsRefused() throws IOException {
        String session = login("control");
        for (String header :
                List.of(
                        "Origin: https://evil.example",
                        "Origin: http://127.0.0.1:" + (port - 1),
                        "Origin: null",
                        "Origin: %",
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Site: same-site")) {
            assertThat(ask("POST /api/act", drain(), host(), session, header))
                    .as(header)
                    .startsWith("HTTP/1.1 403 ");
        }
        assertThat(control.asked()).isEmpty();
        assertThat(
                        ask(
                                "POST /api/act",
                                drain(),
                                host(),
                                session,
                                "Origin: http://127.0.0.1:" + port,
                                "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        assertThat(ask("POST /api/login", form("name", "control", "password", "guess"), host()))
                .startsWith("HTTP/1.1 403 ")
                .endsWith("Wrong user or password\n");
        assertThat(ask("POST /api/login", "%", host())).startsWith("HTTP/1.1 403 ");
        assertThat(ask("POST /api/login", "name=%zz", host())).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void withoutASessionThereIsNothing() throws IOException {
        for (String question : List.of("GET /api/live", "POST /api/act", "POST /api/x")) {
            assertThat(ask(question, "", host())).as(question).startsWith("HTTP/1.1 401 ");
        }
        users = Optional.empty();
        assertThat(ask("POST /api/login", "", host())).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void controlActsAndHearsTheAnswer() throws IOException {
        assertThat(ask("POST /api/act", drain(), host(), login("control")))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"answer\":[\"drain\"]}");
        assertThat(control.asked()).containsExactly("org.ninelives:type=X drain [60]");
    }

    @Test
    void whatIsRefusedIsToldInWords() throws IOException {
        assertThat(ask("POST /api/act", drain(), host(), login("monitor")))
                .startsWith("HTTP/1.1 409 ")
                .endsWith("monitor may only read\n");
        String session = login("control");
        for (String body :
                List.of(
                        form("bean", "org.ninelives:type=Daemon", "operation", "stop"),
                        form("bean", "java.lang:type=Memory", "operation", "drain"),
                        form("bean", "org.ninelives:*", "operation", "drain"),
                        form("bean", "nonsense", "operation", "drain"),
                        "")) {
            assertThat(ask("POST /api/act", body, host(), session))
                    .as(body)
                    .startsWith("HTTP/1.1 409 ");
        }
        assertThat(control.asked()).isEmpty();
    }

    @Test
    void whoLogsOutIsOut() throws IOException {
        String session = login("control");
        assertThat(ask("POST /api/logout", "", host(), session)).startsWith("HTTP/1.1 200 ");
        assertThat(ask("POST /api/act", drain(), host(), session)).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void aStreamTellsWhatThereIsAndEndsWithTheSession() throws IOException {
        try (Socket socket = open("GET /api/live", "", host(), login("monitor"));
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.UTF_8))) {
            awaitLine(lines, "Content-Type: text/event-stream");
            awaitLine(lines, "data: {\"user\":\"monitor\",\"mayAct\":false}");
            awaitLine(lines, "\"version\":\"1.2.3\"");
            awaitLine(lines, "event: complete");
            site.endSessions();
            awaitLine(lines, "event: over");
        }
    }

    private static void awaitLine(BufferedReader lines, String words) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.contains(words)) {
            line = lines.readLine();
        }
        assertThat(line).as(words).isNotNull();
    }

    @Test
    void moreStreamsThanEightAreRefusedUntilOneGoes() throws IOException {
        String session = login("monitor");
        Socket[] streams = new Socket[8];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = open("GET /api/live", "", host(), session);
            assertThat(streams[i].getInputStream().read()).isEqualTo('H');
        }
        assertThat(ask("GET /api/live", "", host(), session)).startsWith("HTTP/1.1 503 ");

        streams[0].close();
        await().until(() -> begins("GET /api/live", session, "HTTP/1.1 200 "));
        for (Socket stream : streams) {
            stream.close();
        }
    }

    private boolean begins(String first, String session, String words) throws IOException {
        try (Socket socket = open(first, "", host(), session)) {
            return new String(
                            socket.getInputStream().readNBytes(words.length()),
                            StandardCharsets.UTF_8)
                    .equals(words);
        }
    }
}
