package org.ninelives.notify.email.settings;

import java.util.Optional;
import org.ninelives.notify.email.core.AlertSettings;
import org.ninelives.notify.email.core.OutboxSettings;
import org.ninelives.notify.email.core.Recipient;

/**
 * Everything about mail.
 *
 * @param delivery how it is sent; empty where a server or recipients are missing
 * @param checkersByDefault whether changes of services are mailed that do not say so themselves
 *     ({@code smtp_alert_checker}, {@code smtp_alert}); empty where nothing says so
 */
public record MailSettings(
        AlertSettings alerts, Optional<Boolean> checkersByDefault, Optional<Delivery> delivery) {

    /** No mail. */
    public static final MailSettings NONE =
            new MailSettings(
                    new AlertSettings("", false, true), Optional.empty(), Optional.empty());

    /** From whom, by which server, to whom. */
    public record Delivery(Recipient from, ServerSettings server, OutboxSettings outbox) {}
}
