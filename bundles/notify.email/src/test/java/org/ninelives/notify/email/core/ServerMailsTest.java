package org.ninelives.notify.email.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.notify.LvsEvent;

/** Mail about servers; subjects and bodies are those of keepalived 2.2.7 where it sends them. */
class ServerMailsTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    private final Alerts alerts = new Alerts();

    @Test
    void aRealServerThatFails() {
        Mail mail =
                mail(real(false, false, "Bad greeting banner from server [192.0.2.9]:25", null));
        assertThat(mail.subject())
                .isEqualTo(
                        "[LVS_DEVEL] Realserver [192.0.2.9]:tcp:25 of virtual server"
                                + " [10.9.0.2]:tcp:25 - DOWN");
        assertThat(mail.body())
                .isEqualTo(
                        "=> CHECK failed on service : Bad greeting banner from server"
                                + " [192.0.2.9]:25 <=\n");
        assertThat(mail.time()).isEqualTo(TIME);
    }

    @Test
    void aRealServerThatIsBack() {
        Mail mail = mail(real(true, false, "Remote SMTP server succeed on service", null));
        assertThat(mail.subject()).endsWith("[10.9.0.2]:tcp:25 - UP");
        assertThat(mail.body()).isEqualTo("=> CHECK succeed on service <=\n");
    }

    @Test
    void aRealServerThatStops() {
        assertThat(mail(real(false, true, "stop", null)).body()).isEqualTo("=> Shutting down <=\n");
    }

    @Test
    void withoutAReasonThereIsNone() {
        assertThat(mail(real(false, false, "", null)).body())
                .isEqualTo("=> CHECK failed on service <=\n");
    }

    @Test
    void aReasonStaysOnItsLine() {
        assertThat(mail(real(false, false, "a\r\n.\r\nb", null)).body().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, 20, Virtualserver FWM 100 - UP, => Gained quorum 2+1=3 <= 20 <=",
        "false, false, 0, Virtualserver FWM 100 - DOWN, => Lost quorum 2-1=1 > 0 <=",
        "false, true, 20, Virtualserver FWM 100 - DOWN, => Shutting down <="
    })
    void aQuorumIsToldWithItsSum(
            boolean up, boolean stopping, long weight, String topic, String body) {
        Mail mail = mail(quorum(up, stopping, weight, true));
        assertThat(mail.topic()).isEqualTo(topic);
        assertThat(mail.body()).isEqualTo(body + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        ",      ,      true,  false",
        ",      false, false, false",
        ",      true,  true,  true",
        "true,  false, true,  true",
        "false, true,  false, false"
    })
    void realServersAreMailedAboutUnlessSaidOtherwiseAndVirtualServersAreNot(
            Boolean own, Boolean byDefault, boolean real, boolean virtual) {
        AlertSettings settings =
                new AlertSettings("LVS_DEVEL", !real, Optional.ofNullable(byDefault), true);
        LvsEvent realServer = real(false, false, "", own);
        LvsEvent virtualServer = quorum(false, false, 0, own);
        assertThat(alerts.mail(settings, realServer, TIME).isPresent()).isEqualTo(real);
        assertThat(alerts.mail(settings, virtualServer, TIME).isPresent()).isEqualTo(virtual);
        // Nobody is told that mail has no server who has not asked for mail.
        assertThat(Alerts.isAskedFor(settings, realServer)).isEqualTo(virtual);
        assertThat(Alerts.isAskedFor(settings, virtualServer)).isEqualTo(virtual);
    }

    private Mail mail(LvsEvent event) {
        AlertSettings settings = new AlertSettings("LVS_DEVEL", false, Optional.empty(), true);
        return alerts.mail(settings, event, TIME).orElseThrow();
    }

    private static LvsEvent real(boolean up, boolean stopping, String reason, Boolean alert) {
        return new LvsEvent.RealServerState(
                "[10.9.0.2]:tcp:25",
                "[192.0.2.9]:tcp:25",
                up,
                stopping,
                Optional.empty(),
                Optional.ofNullable(alert),
                reason,
                "text");
    }

    private static LvsEvent quorum(boolean up, boolean stopping, long weight, Boolean alert) {
        return new LvsEvent.QuorumState(
                "FWM 100",
                up,
                weight,
                2,
                1,
                stopping,
                Optional.empty(),
                Optional.ofNullable(alert),
                "text");
    }
}
