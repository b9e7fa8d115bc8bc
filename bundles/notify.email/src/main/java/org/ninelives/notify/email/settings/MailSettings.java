package org.ninelives.notify.email.settings;

import java.util.Optional;
import org.ninelives.notify.email.core.AlertSettings;
import org.ninelives.notify.email.core.OutboxSettings;
import org.ninelives.notify.email.core.Recipient;

/**
 * Everything about mail.
 *
 * @param delivery how it is sent; empty where a server or recipients are missing
 */
public record MailSettings(AlertSettings alerts, Optional<Delivery> delivery) {

    /** No mail. */
    public static final MailSettings NONE =
            new MailSettings(
                    new AlertSettings("", false, Optional.empty(), true), Optional.empty());

    /** From whom, by which server, to whom. */
    public record Delivery(Recipient from, ServerSettings server, OutboxSettings outbox) {}
}
