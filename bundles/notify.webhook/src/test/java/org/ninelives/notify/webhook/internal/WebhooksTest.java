package org.ninelives.notify.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.api.management.NotifierBean;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Values;

/** Tells a real web server on the loopback interface. */
class WebhooksTest {

    @TempDir Path folder;

    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final Webhooks webhooks = new Webhooks();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    requests.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Content-Type")
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + body);
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        webhooks.stop();
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private List<String> load(List<Statement> statements) throws Exception {
        Problems problems = new Problems();
        Values values =
                new GrammarReader(problems)
                        .read(new Position("f", 0), statements, webhooks.globalDefs());
        ConfigSection.Prepared prepared = webhooks.prepare(values, values, problems);
        prepared.apply();
        List<String> told = new ArrayList<>();
        prepared.changes().forEach(change -> told.add(change.toString()));
        problems.all().forEach(problem -> told.add(problem.toString()));
        return told;
    }

    private Statement hook(String... lines) {
        List<Statement> body = new ArrayList<>();
        for (String line : lines) {
            body.add(Statement.line(new Position("f", 2), line));
        }
        return Statement.block(new Position("f", 1), "notify_webhook " + url(), body);
    }

    private Path secret(String text, String permissions) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void eachServerHasABeanAndThoseOfOneHostAreToldApart() throws Exception {
        Map<String, NotifierBean> beans = new HashMap<>();
        webhooks.publishWith(beans::putAll);

        load(List.of(hook(), hook("timeout 2")));

        String name = "webhook http://127.0.0.1:" + server.getAddress().getPort();
        assertThat(beans).containsOnlyKeys(name, name + " 2");
        assertThat(beans.get(name)).isNotSameAs(beans.get(name + " 2"));
    }

    @Test
    void anEventIsPostedWithItsSecret() throws Exception {
        Path token = secret("Bearer 7\n", "rw-------");
        load(List.of(hook("secret_header Authorization file " + token)));
        webhooks.happened(new DaemonEvent("mail", "Grüße"));
        assertThat(requests.poll(1, TimeUnit.MINUTES))
                .startsWith("POST /hook application/json Bearer 7 {\"event\":\"daemon\",")
                .endsWith("\"name\":\"mail\",\"text\":\"Grüße\"}");
    }

    @Test
    void aReloadKeepsWhatIsUnchangedAndLeavesTheRest() throws Exception {
        String name = "notify_webhook http://127.0.0.1:" + server.getAddress().getPort();
        assertThat(load(List.of(hook()))).containsExactly("ADD " + name);
        assertThat(load(List.of(hook()))).containsExactly("KEEP " + name);
        assertThat(load(List.of(hook("retries 1"))))
                .containsExactly("ADD " + name, "REMOVE " + name);
        assertThat(load(List.of())).containsExactly("REMOVE " + name);
        webhooks.happened(new DaemonEvent("mail", "nobody hears"));
        webhooks.stop();
        assertThat(requests).isEmpty();
    }

    @Test
    void theLastWordsAreTold() throws Exception {
        load(List.of(hook()));
        webhooks.happened(new DaemonEvent("mail", "last"));
        webhooks.stop();
        assertThat(requests).singleElement().asString().contains("last");
    }

    @Test
    void aSecretThatOthersCanReadIsNone() throws Exception {
        Path token = secret("Bearer 7", "rw-r--r--");
        SecretsOnDisk secrets = new SecretsOnDisk();
        assertThatThrownBy(() -> secrets.file(token.toString()))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining("open to others (rw-r--r--); chmod 600 it");
        assertThatThrownBy(() -> secrets.file(folder.toString()))
                .hasMessageContaining("is not a file");
        assertThatThrownBy(() -> secrets.file(folder + "/none"))
                .hasMessageContaining("does not exist");
        Path endless = secret("x".repeat(9000), "rw-------");
        assertThatThrownBy(() -> secrets.file(endless.toString()))
                .hasMessageContaining("longer than a secret");
    }

    @Test
    void theEnvironmentKeepsSecretsToo() throws Exception {
        SecretsOnDisk secrets = new SecretsOnDisk();
        assertThat(secrets.environment("PATH")).isNotEmpty();
        assertThatThrownBy(() -> secrets.environment("NINELIVES_NO_SUCH_VARIABLE"))
                .hasMessageContaining("is not set");
    }
}
