package org.ninelives.notify.email.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.configuration.PlannedChange;

class MailPlanTest {

    private static final String COMPLETE =
            """
            notification_email {
                ops@example.com
            }
            smtp_server mx.example.com
            """;

    private static final String LOGIN =
            "smtp_user somebody\nsmtp_password env:MAIL_PASSWORD\nsmtp_tls tls\n";

    static List<MailReaderTest.Row> rows() throws IOException {
        return MailReaderTest.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachKeywordShowsInThePlan(MailReaderTest.Row row) {
        assertThat(changes(COMPLETE, COMPLETE + LOGIN + row.right()))
                .singleElement()
                .asString()
                .startsWith("CHANGE global_defs of mail: ");
        assertThat(changes(COMPLETE + LOGIN + row.right(), COMPLETE + LOGIN + row.right()))
                .isEmpty();
    }

    @Test
    void oldAndNewValuesAreTold() {
        assertThat(changes(COMPLETE, COMPLETE.replace("mx.", "relay.") + "smtp_retry_delay 7 900"))
                .extracting(PlannedChange::detail)
                .containsExactly(
                        "smtp_server mx.example.com:25 -> relay.example.com:25, smtp_retry_delay"
                                + " 10.0 300.0 -> 7.0 900.0");
    }

    @Test
    void whereAPasswordIsIsNotTold() {
        String other = LOGIN.replace("MAIL_PASSWORD", "OTHER");

        assertThat(changes(COMPLETE + LOGIN, COMPLETE + other))
                .extracting(PlannedChange::detail)
                .containsExactly("smtp_password");
    }

    @Test
    void whatIsAddedOrGoesIsToldAgainstNothing() {
        assertThat(changes("", COMPLETE))
                .extracting(PlannedChange::detail)
                .first()
                .asString()
                .contains("notification_email - -> [ops@example.com]")
                .contains("smtp_server - -> mx.example.com:25");
    }

    private static List<PlannedChange> changes(String from, String to) {
        return MailPlan.changes(MailText.of(from).settings(), MailText.of(to).settings());
    }
}
