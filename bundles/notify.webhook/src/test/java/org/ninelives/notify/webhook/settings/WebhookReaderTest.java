package org.ninelives.notify.webhook.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.GrammarReader;

class WebhookReaderTest {

    private final Problems problems = new Problems();

    private static final class KnownSecrets implements Secrets {
        @Override
        public String file(String path) throws UnreadableSecretException {
            if (path.equals("/lines")) {
                return "one\nX-Injected: two";
            }
            if (!path.equals("/token")) {
                throw new UnreadableSecretException(path + " does not exist");
            }
            return "Bearer f";
        }

        @Override
        public String environment(String name) throws UnreadableSecretException {
            if (!name.equals("TOKEN")) {
                throw new UnreadableSecretException(name + " is not set");
            }
            return "Bearer e";
        }
    }

    private List<Webhook> read(String url, String... lines) {
        List<Statement> body = new ArrayList<>();
        for (String line : lines) {
            body.add(Statement.line(new Position("f", body.size() + 2), line));
        }
        Statement block = Statement.block(new Position("f", 1), "notify_webhook " + url, body);
        return WebhookReader.read(
                new GrammarReader(problems)
                        .read(new Position("f", 0), List.of(block), WebhookGrammar.GLOBAL_DEFS),
                problems,
                new KnownSecrets());
    }

    private List<String> problems() {
        return problems.all().stream().map(Object::toString).toList();
    }

    @Test
    void aUrlIsEnough() {
        assertThat(read("https://chat.example:8443/hook?a=b"))
                .containsExactly(
                        new Webhook(
                                URI.create("https://chat.example:8443/hook?a=b"),
                                Duration.ofSeconds(5),
                                5,
                                Map.of()));
        assertThat(problems()).isEmpty();
    }

    @Test
    void timesTriesAndHeadersCanBeChosen() {
        assertThat(
                        read(
                                "http://10.0.0.1/",
                                "timeout 0.5",
                                "retries 0",
                                "header X-Site north",
                                "secret_header Authorization file /token",
                                "secret_header X-Token env TOKEN"))
                .containsExactly(
                        new Webhook(
                                URI.create("http://10.0.0.1/"),
                                Duration.ofMillis(500),
                                0,
                                Map.of(
                                        "X-Site", "north",
                                        "Authorization", "Bearer f",
                                        "X-Token", "Bearer e")));
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://chat.example/, is not the URL of a web server",
        "chat.example, is not the URL of a web server",
        "https://user:secret@chat.example/, a password belongs into secret_header",
        "https://[, is not a URL",
        "'', URL"
    })
    void anAddressThatIsNoWebServerIsToldOf(String url, String words) {
        assertThat(read(url)).isEmpty();
        assertThat(problems()).singleElement().asString().contains("f:1").contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "header X(Y) z, is not the name of an HTTP header",
        "header Content-Length 7, is set already",
        "header X-Only, a value",
        "secret_header Authorization Bearer x, none of file",
        "timeout 0, is not in 0.1..300",
        "retries -1, is not in 0..100",
    })
    void anOptionThatCannotBeIsLeftOut(String line, String words) {
        assertThat(read("http://10.0.0.1/", line)).singleElement().isNotNull();
        assertThat(problems()).singleElement().asString().contains("f:2").contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "secret_header A file /nowhere, /nowhere does not exist",
        "secret_header A env NOWHERE, NOWHERE is not set",
        "secret_header A file /lines, more than one line",
    })
    void withoutItsSecretAServerIsNotTold(String line, String words) {
        assertThat(read("http://10.0.0.1/", line)).isEmpty();
        assertThat(problems())
                .singleElement()
                .asString()
                .contains(words)
                .contains("the webhook is left out");
    }

    @Test
    void neitherSecretsNorPathsAreInItsName() {
        Webhook webhook =
                read("https://chat.example/T0/B1", "secret_header A file /token").getFirst();
        assertThat(webhook).hasToString("notify_webhook https://chat.example");
    }
}
