package org.ninelives.notify.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.notify.email.core.Outcome;
import org.ninelives.notify.email.settings.TlsMode;
import org.ninelives.notify.email.settings.Trust;

/** Servers with a certificate of their own, and servers that want to know who we are. */
class EncryptionTest {

    private static final Outcome TAKEN = new Outcome.Taken(List.of());

    @TempDir static Path folder;

    private static Keys keys;
    private static Keys otherName;
    private ScriptedServer server;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = Keys.forName("dns:localhost", folder);
        otherName = Keys.forName("dns:mail.example.com", folder);
    }

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.with(keys.server());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static Stream<Trust> believers() {
        return Stream.of(
                new Trust.Pinned(keys.sha256()),
                new Trust.Authorities(keys.pem().toString()),
                new Trust.Anyone());
    }

    @ParameterizedTest
    @MethodSource("believers")
    void mailGoesEncryptedToAServerThatIsBelieved(Trust trust) {
        assertThat(TestDelivery.to(server.port()).tls(TlsMode.STARTTLS, trust).deliver())
                .isEqualTo(TAKEN);
        assertThat(server.commands())
                .startsWith(
                        "EHLO lb01.example.com",
                        "STARTTLS",
                        "EHLO lb01.example.com",
                        "MAIL FROM:<keepalived@lb01.example.com>");
        assertThat(server.mails()).hasSize(1);
    }

    static Stream<Trust> disbelievers() throws IOException {
        return Stream.of(
                new Trust.WellKnown(),
                new Trust.Pinned("0".repeat(64)),
                new Trust.Authorities(otherName.pem().toString()),
                new Trust.Authorities(folder.resolve("absent.pem").toString()),
                new Trust.Authorities(
                        Files.writeString(folder.resolve("empty.pem"), "").toString()));
    }

    @ParameterizedTest
    @MethodSource("disbelievers")
    void nothingGoesToAServerThatIsNotBelieved(Trust trust) {
        assertThat(TestDelivery.to(server.port()).tls(TlsMode.STARTTLS, trust).deliver())
                .isInstanceOf(Outcome.Failed.class);
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void theComplaintAboutAnotherCertificateTellsItsDigest() {
        Trust pinned = new Trust.Pinned("0".repeat(64));

        assertThat(TestDelivery.to(server.port()).tls(TlsMode.STARTTLS, pinned).deliver())
                .asString()
                .contains("the certificate of the server is another one, sha256:" + keys.sha256());
    }

    @ParameterizedTest
    @CsvSource({"STARTTLS, false", "STARTTLS, true", "TLS, false", "TLS, true"})
    void aCertificateMustBeForTheNameOfTheServer(TlsMode mode, boolean pinned) throws IOException {
        Trust trust =
                pinned
                        ? new Trust.Pinned(otherName.sha256())
                        : new Trust.Authorities(otherName.pem().toString());
        try (ScriptedServer other =
                mode == TlsMode.TLS
                        ? ScriptedServer.encrypted(otherName.server())
                        : ScriptedServer.with(otherName.server())) {
            Outcome outcome = TestDelivery.to(other.port()).tls(mode, trust).deliver();

            // Whoever pins a certificate means that one, whatever it calls itself.
            assertThat(outcome.equals(TAKEN)).isEqualTo(pinned);
        }
    }

    @Test
    void mailCanBeEncryptedFromTheFirstByte() throws IOException {
        try (ScriptedServer encrypted = ScriptedServer.encrypted(keys.server())) {
            assertThat(
                            TestDelivery.to(encrypted.port())
                                    .tls(TlsMode.TLS, new Trust.Pinned(keys.sha256()))
                                    .deliver())
                    .isEqualTo(TAKEN);
            assertThat(encrypted.commands()).doesNotContain("STARTTLS");
        }
    }

    @Test
    void aServerThatDoesNotEncryptIsTriedAgain() throws IOException {
        try (ScriptedServer plain = ScriptedServer.plain()) {
            assertThat(TestDelivery.to(plain.port()).tls(TlsMode.TLS, new Trust.Anyone()).deliver())
                    .isInstanceOf(Outcome.Failed.class);
        }
    }

    /** Everything that is logged, at every level. */
    private static final class Records extends Handler {
        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            messages.add(record.getMessage() + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void noLogTellsThePassword() throws Exception {
        Logger library = Logger.getLogger("org.eclipse.angus.mail");
        Level before = library.getLevel();
        Records records = new Records();
        records.setLevel(Level.ALL);
        library.setLevel(Level.ALL);
        library.addHandler(records);
        server.on("EHLO", "250-test\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN")
                .on("AUTH", "334 ")
                .on(encoded(TestDelivery.PASSWORD), "535 no");
        try {
            Outcome outcome =
                    TestDelivery.to(server.port())
                            .tls(TlsMode.STARTTLS, new Trust.Anyone())
                            .user("lb01")
                            .deliver();

            assertThat(outcome.toString()).doesNotContain(TestDelivery.PASSWORD);
            assertThat(records.messages)
                    .hasSizeGreaterThan(5)
                    .noneMatch(line -> line.contains(TestDelivery.PASSWORD))
                    .noneMatch(line -> line.contains(encoded(TestDelivery.PASSWORD)))
                    .noneMatch(line -> line.contains(encoded("\0lb01\0" + TestDelivery.PASSWORD)));
        } finally {
            library.removeHandler(records);
            library.setLevel(before);
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void whoLogsInIsLetThrough() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        mail.withConfiguration(
                GreenMailConfiguration.aConfig()
                        .withUser("lb01@example.com", "lb01", TestDelivery.PASSWORD));
        mail.start();
        try {
            TestDelivery delivery = TestDelivery.to(mail.getSmtp().getPort());

            assertThat(delivery.user("lb01").deliver()).isEqualTo(TAKEN);
            assertThat(mail.getReceivedMessagesForDomain("example.com"))
                    .extracting(message -> message.getSubject())
                    .contains("[lb01] VRRP Instance VI_1 - Entering MASTER state");
            assertThat(delivery.user("mallory").deliver())
                    .asString()
                    .contains("the login of mallory is refused", "535");
        } finally {
            mail.stop();
        }
    }
}
