package org.ninelives.notify.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.notify.email.smtp.ScriptedServer.CLOSE;
import static org.ninelives.notify.email.smtp.ScriptedServer.ENDLESS;
import static org.ninelives.notify.email.smtp.ScriptedServer.END_OF_DATA;
import static org.ninelives.notify.email.smtp.ScriptedServer.GREETING;
import static org.ninelives.notify.email.smtp.ScriptedServer.IN_DATA;
import static org.ninelives.notify.email.smtp.ScriptedServer.SILENCE;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.notify.email.core.Mail;
import org.ninelives.notify.email.core.Outcome;
import org.ninelives.notify.email.core.Refusal;
import org.ninelives.notify.email.settings.TlsMode;
import org.ninelives.notify.email.settings.Trust;

/** The real client and a server that behaves as it is told to. */
class SmtpCourierTest {

    private static final Outcome TAKEN = new Outcome.Taken(List.of());

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.plain();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private TestDelivery delivery() {
        return TestDelivery.to(server.port());
    }

    @Test
    void theDialogueIsThatOfKeepalived() {
        assertThat(delivery().deliver()).isEqualTo(TAKEN);

        Awaitility.await().until(() -> server.commands().contains("QUIT"));
        assertThat(server.commands())
                .containsExactly(
                        "EHLO lb01.example.com",
                        "MAIL FROM:<keepalived@lb01.example.com>",
                        "RCPT TO:<ops@example.com>",
                        "RCPT TO:<dev@example.com>",
                        "DATA",
                        "QUIT");
    }

    @Test
    void theMailHasTheHeadersOfKeepalivedAndThoseOfToday() {
        delivery().deliver();

        assertThat(server.mails())
                .singleElement()
                .satisfies(
                        mail ->
                                assertThat(mail)
                                        .contains(
                                                "From: keepalived@lb01.example.com",
                                                "To: ops@example.com,"
                                                        + " =?UTF-8?Q?B=C3=BCro_S=C3=BCd?="
                                                        + " <dev@example.com>",
                                                "Subject: [lb01] VRRP Instance VI_1 - Entering"
                                                        + " MASTER state",
                                                "X-Mailer: Ninelives, Keepalived compatible",
                                                "Auto-Submitted: auto-generated",
                                                "MIME-Version: 1.0",
                                                "Content-Type: text/plain; charset=UTF-8")
                                        .anyMatch(line -> line.startsWith("Date: Fri, 2 Jan 2026"))
                                        .anyMatch(line -> line.startsWith("Message-ID: <"))
                                        .endsWith(
                                                "", "=> VRRP Instance is now owning VRRP VIPs <="));
    }

    @Test
    void otherLettersThanEnglishOnesArrive() {
        Mail mail = new Mail(Instant.EPOCH, "büro", "VRRP Instance 节点 - Stopping", "=> 节点 <=\n");

        assertThat(delivery().deliver(mail)).isEqualTo(TAKEN);
        assertThat(server.mails())
                .singleElement()
                .satisfies(
                        lines ->
                                assertThat(String.join("\n", lines))
                                        .contains(
                                                "Subject: =?UTF-8?Q?[b=C3=BCro]_VRRP_Instance",
                                                "Content-Transfer-Encoding: quoted-printable",
                                                "\n\n=3D> =E8=8A=82=E7=82=B9 <=3D"));
    }

    @Test
    void noServerIsAReasonToTryAgain() throws IOException {
        server.close();

        assertThat(delivery().deliver())
                .isEqualTo(
                        new Outcome.Failed("localhost:" + server.port() + ": Connection refused"));
    }

    @Test
    void aNameWithoutAddressIsAReasonToTryAgain() {
        assertThat(delivery().host("no..where").deliver())
                .isEqualTo(
                        new Outcome.Failed(
                                "no..where:"
                                        + server.port()
                                        + ": there is no address for this name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT TO:<dev", "DATA", IN_DATA, END_OF_DATA})
    void aServerThatFallsSilentIsLeft(String command) {
        server.on(command, SILENCE);

        assertThat(delivery().timeout(Duration.ofMillis(200)).deliver())
                .isEqualTo(
                        new Outcome.Failed(
                                "localhost:" + server.port() + ": no answer within 0.2 s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {GREETING, "EHLO", "MAIL", "RCPT TO:<dev", "DATA", IN_DATA, END_OF_DATA})
    void aServerThatHangsUpIsTriedAgain(String command) {
        server.on(command, CLOSE);

        assertThat(delivery().deliver()).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {SILENCE, CLOSE, "500 what?", "\u0000\u0001"})
    void howAServerSaysGoodbyeDoesNotMatter(String answer) {
        server.on("QUIT", answer);

        assertThat(delivery().deliver()).isEqualTo(TAKEN);
        assertThat(server.mails()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.1.8 bad sender, true",
        "MAIL, 451 4.3.0 later,      false",
        "DATA, 554 5.7.1 no,         true",
        "DATA, 421 4.3.2 going down, false",
        "'.',  552 5.2.2 too big,    true",
        "'.',  452 4.3.1 disk full,  false",
        "'.',  999 what,             false"
    })
    void aMailIsRejectedForEverOrForNow(String command, String answer, boolean forEver) {
        server.on(command, answer);

        assertThat(delivery().deliver())
                .isEqualTo(
                        forEver
                                ? new Outcome.Rejected("localhost:" + server.port() + ": " + answer)
                                : new Outcome.Failed("localhost:" + server.port() + ": " + answer));
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 no such user, true", "451 4.7.1 greylisted, false"})
    void whoIsRefusedKeepsNobodyElseFromHisMail(String answer, boolean lasting) {
        server.on("RCPT TO:<dev", answer);

        assertThat(delivery().deliver())
                .isEqualTo(
                        new Outcome.Taken(
                                List.of(new Refusal("dev@example.com", answer, lasting))));
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void everybodyMayBeRefused() {
        server.on("RCPT TO:<ops", "550 no").on("RCPT TO:<dev", "450 later");

        assertThat(delivery().deliver())
                .isEqualTo(
                        new Outcome.Taken(
                                List.of(
                                        new Refusal("ops@example.com", "550 no", true),
                                        new Refusal("dev@example.com", "450 later", false))));
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void aRejectionAfterARefusedRecipientIsOne() {
        server.on("RCPT TO:<dev", "550 no").on(END_OF_DATA, "554 5.7.1 no spam");

        assertThat(delivery().deliver())
                .isEqualTo(
                        new Outcome.Rejected("localhost:" + server.port() + ": 554 5.7.1 no spam"));
    }

    @Test
    void aServerOfTheLastCenturyIsSpokenToInItsWords() {
        server.on("EHLO", "502 what?");

        assertThat(delivery().deliver()).isEqualTo(TAKEN);
        assertThat(server.commands()).startsWith("EHLO lb01.example.com", "HELO lb01.example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"250-more\r\n", "2"})
    void aServerThatTalksWithoutEndIsLeft(String words) {
        server.on("MAIL", ENDLESS + words.repeat(1000));

        assertThat(delivery().deliver())
                .isEqualTo(
                        new Outcome.Failed(
                                "localhost:" + server.port() + ": the server talks without end"));
    }

    @Test
    void garbageIsToldInOneShortLine() {
        server.on(END_OF_DATA, "554 \u001b[31m" + "x".repeat(5000));

        assertThat(delivery().deliver())
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.reply())
                                        .hasSizeLessThan(300)
                                        .doesNotContain("\u001b", "\n"));
    }

    @Test
    void aDeliveryCanBeEndedByAnotherThread() {
        server.on("MAIL", SILENCE);
        SmtpCourier courier = delivery().courier();
        CompletableFuture<Outcome> outcome =
                CompletableFuture.supplyAsync(
                        () -> courier.deliver(TestDelivery.MAIL, List.of(TestDelivery.OPS)));
        Awaitility.await().until(() -> server.commands().size() == 2);

        courier.abandon();

        assertThat(outcome.join()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aDeliveryThatWasEndedBeforeItBeganDoesNothing() {
        SmtpCourier courier = delivery().courier();

        courier.abandon();

        assertThat(courier.deliver(TestDelivery.MAIL, List.of(TestDelivery.OPS)))
                .isEqualTo(
                        new Outcome.Failed(
                                "localhost:" + server.port() + ": the delivery was ended"));
        assertThat(server.commands()).isEmpty();
    }

    @Test
    void aServerWithoutStartTlsGetsNoMailThatMustBeEncrypted() {
        assertThat(delivery().tls(TlsMode.STARTTLS, new Trust.Anyone()).deliver())
                .isEqualTo(
                        new Outcome.Failed(
                                "localhost:"
                                        + server.port()
                                        + ": STARTTLS is required but host does not support"
                                        + " STARTTLS"));
        assertThat(server.mails()).isEmpty();
    }
}
