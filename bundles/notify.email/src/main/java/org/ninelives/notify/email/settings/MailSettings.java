package org.ninelives.notify.email.settings;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.MailDetails;
import org.ninelives.notify.email.core.AlertSettings;
import org.ninelives.notify.email.core.OutboxSettings;
import org.ninelives.notify.email.core.Recipient;

/**
 * Everything about mail.
 *
 * @param delivery how it is sent; empty where a server or recipients are missing
 * @param written what the configuration says of alerts, before one stands in for another
 */
public record MailSettings(
        AlertSettings alerts, Optional<Delivery> delivery, WrittenAlerts written) {

    /** No mail. */
    public static final MailSettings NONE =
            new MailSettings(
                    new AlertSettings("", false, Optional.empty(), true),
                    Optional.empty(),
                    WrittenAlerts.NONE);

    /** What a client of the bean is told; no password. */
    public MailDetails details() {
        return new MailDetails(
                delivery.map(each -> each.server().host()).orElse(""),
                delivery.map(each -> each.server().port()).orElse(0),
                delivery.map(each -> TimeUnit.NANOSECONDS.toMillis(each.server().timeoutNanos()))
                        .orElse(0L),
                delivery.map(each -> each.from().address()).orElse(""),
                delivery.map(each -> each.outbox().recipients()).orElse(List.of()).stream()
                        .map(Recipient::address)
                        .toList(),
                alerts.faults(),
                word(written.all()),
                word(written.vrrp()),
                word(written.checkers()));
    }

    private static String word(Optional<Boolean> written) {
        return written.map(on -> on ? "ON" : "OFF").orElse("UNSET");
    }

    /** From whom, by which server, to whom. */
    public record Delivery(Recipient from, ServerSettings server, OutboxSettings outbox) {}

    /** {@code smtp_alert}, {@code smtp_alert_vrrp} and {@code smtp_alert_checker}, if written. */
    public record WrittenAlerts(
            Optional<Boolean> all, Optional<Boolean> vrrp, Optional<Boolean> checkers) {

        static final WrittenAlerts NONE =
                new WrittenAlerts(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
