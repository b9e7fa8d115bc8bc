package org.ninelives.notify.email.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.configuration.Secret;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.notify.email.core.AlertSettings;
import org.ninelives.notify.email.core.OutboxSettings;
import org.ninelives.notify.email.core.Recipient;

class MailReaderTest {

    private static final String COMPLETE =
            """
            notification_email {
                ops@example.com
            }
            smtp_server mx.example.com
            """;

    /** Beside a directive that needs them. */
    private static final String COMPANY =
            "smtp_user somebody\nsmtp_password env:MAIL_PASSWORD\nsmtp_tls tls\n";

    /** One line of the table of directives. */
    record Row(String keyword, String right, String shows, String wrong, String complaint) {

        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        @Override
        public String toString() {
            return keyword;
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/directives/mail.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRightUseShowsInTheSettings(Row row) {
        MailText plain = MailText.of(COMPLETE);
        MailText used = MailText.of(COMPLETE + COMPANY + row.right());

        assertThat(used.problems()).noneMatch(problem -> problem.startsWith("ERROR"));
        assertThat(used.settings().toString()).contains(row.shows());
        assertThat(plain.settings().toString()).doesNotContain(row.shows());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aWrongUseIsComplainedAbout(Row row) {
        assertThat(MailText.of(COMPLETE + row.wrong().replace(" ; ", "\n")).problems())
                .anyMatch(problem -> problem.contains(row.complaint()));
    }

    @Test
    void theTableHasEveryKeywordOnce() throws IOException {
        assertThat(rows().stream().map(Row::keyword))
                .containsExactlyElementsOf(
                        MailReader.GLOBAL_DEFS.keywords().stream().map(Keyword::name).toList());
    }

    @Test
    void theDefaultsAreThoseOfKeepalived() {
        MailText text = MailText.of(COMPLETE);

        assertThat(text.problems()).isEmpty();
        assertThat(text.settings().alerts())
                .isEqualTo(new AlertSettings("lb01", false, Optional.empty(), true));
        MailSettings.Delivery delivery = text.settings().delivery().orElseThrow();
        assertThat(delivery.from()).isEqualTo(new Recipient("", "root@lb01"));
        assertThat(delivery.server())
                .isEqualTo(
                        new ServerSettings(
                                "mx.example.com",
                                25,
                                "lb01",
                                Duration.ofSeconds(30).toNanos(),
                                TlsMode.OFF,
                                new Trust.WellKnown(),
                                Optional.empty()));
        assertThat(delivery.outbox())
                .isEqualTo(
                        new OutboxSettings(
                                List.of(new Recipient("", "ops@example.com")),
                                100,
                                new OutboxSettings.Retries(
                                        Duration.ofSeconds(10).toNanos(),
                                        Duration.ofMinutes(5).toNanos(),
                                        Duration.ofHours(4).toNanos()),
                                new OutboxSettings.DigestSettings(
                                        Duration.ofSeconds(10).toNanos(), 10),
                                Duration.ofMinutes(2).toNanos()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    smtp_alert                          | true  | true
                    smtp_alert off                      | false | false
                    smtp_alert; smtp_alert_vrrp off     | false | true
                    smtp_alert off; smtp_alert_vrrp     | true  | false
                    smtp_alert; smtp_alert_checker off  | true  | false
                    smtp_alert; no_checker_emails       | true  | false
                    """)
    void whatIsSaidOfOneKindComesFirst(String text, boolean vrrp, boolean checkers) {
        MailSettings settings = MailText.of(COMPLETE + text.replace("; ", "\n")).settings();

        assertThat(settings.alerts().byDefault()).isEqualTo(vrrp);
        assertThat(settings.alerts().checkersByDefault()).contains(checkers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp_server mx", "notification_email { a@b }", "", "smtp_server"})
    void halfAConfigurationSendsNothing(String text) {
        assertThat(MailText.of(text).settings().delivery()).isEmpty();
    }

    @Test
    void whoAsksForMailIsToldWhatIsMissing() {
        assertThat(MailText.of("smtp_alert\nsmtp_server mx").problems())
                .singleElement()
                .asString()
                .startsWith("WARNING mail.conf:1: notification_email: is missing");
        assertThat(MailText.of("smtp_alert_vrrp\nnotification_email {\na@b\n}").problems())
                .singleElement()
                .asString()
                .startsWith("WARNING mail.conf:1: smtp_server: is missing");
    }

    @Test
    void addressesMayHaveNames() {
        MailText text =
                MailText.of(
                        """
                        notification_email {
                            ops@example.com dev@example.com
                            "Büro Süd <sued@example.com>"
                            Night Shift <night@example.com>
                            <plain@example.com>
                            root
                        }
                        notification_email_from "Lastverteiler <lb@example.com>"
                        smtp_server mx
                        """);

        assertThat(text.problems()).isEmpty();
        MailSettings.Delivery delivery = text.settings().delivery().orElseThrow();
        assertThat(delivery.outbox().recipients())
                .containsExactly(
                        new Recipient("", "ops@example.com"),
                        new Recipient("", "dev@example.com"),
                        new Recipient("Büro Süd", "sued@example.com"),
                        new Recipient("Night Shift", "night@example.com"),
                        new Recipient("", "plain@example.com"),
                        new Recipient("", "root"));
        assertThat(delivery.from()).isEqualTo(new Recipient("Lastverteiler", "lb@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<@example.com>",
                "ops@",
                "ops@exämple.com",
                "ops,dev@example.com",
                "Ops <ops@example.com",
                "Ops <>",
                "Ops <a@b> c",
                "a;b@c",
                "\"a b@c\""
            })
    void whatIsNoAddressIsLeftOut(String address) {
        MailText text =
                MailText.of(
                        "notification_email {\n" + address + "\nok@example.com\n}\nsmtp_server mx");

        assertThat(text.problems())
                .singleElement()
                .asString()
                .startsWith("ERROR mail.conf:3: notification_email: ");
        assertThat(text.settings().delivery().orElseThrow().outbox().recipients())
                .containsExactly(new Recipient("", "ok@example.com"));
    }

    @Test
    void twoSendersAreOneTooMany() {
        assertThat(MailText.of(COMPLETE + "notification_email_from a@b c@d").problems())
                .singleElement()
                .asString()
                .contains("2 addresses where one is allowed");
    }

    @Test
    void whoIsThereTwiceGetsOneMail() {
        MailText text = MailText.of("notification_email {\na@b\na@b\n}\nsmtp_server mx");

        assertThat(text.problems())
                .containsExactly(
                        "WARNING mail.conf:4: notification_email: a@b is there twice and gets one"
                                + " mail");
        assertThat(text.settings().delivery().orElseThrow().outbox().recipients()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "smtp_server mx, 25",
        "smtp_server mx 2525, 2525",
        "smtp_tls starttls, 25",
        "smtp_tls tls, 465"
    })
    void thePortFollowsTheEncryption(String text, int port) {
        assertThat(server(COMPLETE + text).port()).isEqualTo(port);
    }

    @Test
    void noTimeAtAllIsASecond() {
        assertThat(server(COMPLETE + "smtp_connect_timeout 0").timeoutNanos())
                .isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void aPasswordInTheFileIsNotTakenAndNotRepeated() {
        MailText text = MailText.of(COMPLETE + "smtp_tls tls\nsmtp_user lb01\nsmtp_password tiger");

        assertThat(text.problems())
                .hasSize(2)
                .allMatch(problem -> problem.startsWith("ERROR"))
                .noneMatch(problem -> problem.contains("tiger"));
        assertThat(text.settings().delivery().orElseThrow().server().login()).isEmpty();
    }

    @Test
    void aPasswordThatIsNotThereYetIsWaitedFor() {
        MailText text =
                MailText.of(
                        COMPLETE + "smtp_tls tls\nsmtp_user lb01\nsmtp_password file:/etc/absent");

        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains("smtp_password: ", "mail waits until it can be read");
        assertThat(text.settings().delivery().orElseThrow().server().login())
                .contains(new Login("lb01", new Secret.InFile("/etc/absent")));
    }

    static Stream<String> doubtful() {
        String user = "smtp_user lb01\nsmtp_password env:" + MailText.KNOWN_VARIABLE + "\n";
        return Stream.of(
                user,
                "smtp_tls_trust system",
                "smtp_tls starttls\nsmtp_tls_trust anyone",
                user + "smtp_tls tls\nsmtp_tls_trust anyone");
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void whatIsNotSafeIsSaid(String text) {
        assertThat(MailText.of(COMPLETE + text).problems())
                .singleElement()
                .asString()
                .startsWith("WARNING mail.conf:");
    }

    @Test
    void aDigestMayBeWrittenAsOpensslPrintsIt() {
        String digits = "AB:".repeat(31) + "CD";

        assertThat(server(COMPLETE + "smtp_tls tls\nsmtp_tls_trust sha256:" + digits).trust())
                .isEqualTo(new Trust.Pinned("ab".repeat(31) + "cd"));
    }

    private static ServerSettings server(String text) {
        return MailText.of(text).settings().delivery().orElseThrow().server();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.conf", "b.conf"})
    void theSampleIsReadWithoutAnyProblem(String name) throws IOException {
        MailText sample = MailText.ofFile(Files.readString(Path.of("../../config/mail", name)));

        assertThat(sample.problems()).isEmpty();
        MailSettings settings = sample.settings();
        assertThat(settings.alerts().byDefault()).isTrue();
        assertThat(settings.delivery().orElseThrow().outbox().recipients()).hasSize(2);
        assertThat(settings.delivery().orElseThrow().server().login()).isPresent();
    }
}
