package org.ninelives.notify.email.settings;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.notify.email.core.OutboxSettings;
import org.ninelives.notify.email.settings.MailSettings.Delivery;

/** What a reload would do to mail, told before it is done. */
public final class MailPlan {

    private static final double SECOND_NANOS = 1e9;

    private MailPlan() {}

    /** The changes from one configuration to another. */
    public static List<PlannedChange> changes(MailSettings from, MailSettings to) {
        return new DifferenceList<>(from, to)
                .of("router_id", settings -> settings.alerts().nodeName())
                .of("smtp_alert_vrrp", settings -> settings.alerts().byDefault())
                .of("smtp_alert_checker", settings -> settings.alerts().checkersByDefault())
                .of("no_email_faults", settings -> !settings.alerts().faults())
                .of("notification_email_from", delivery(Delivery::from))
                .of("notification_email", outbox(OutboxSettings::recipients))
                .of("smtp_server", server(ServerSettings::name))
                .of("smtp_helo_name", server(ServerSettings::heloName))
                .of("smtp_connect_timeout", server(each -> seconds(each.timeoutNanos())))
                .of("smtp_tls", server(ServerSettings::tls))
                .of("smtp_tls_trust", server(ServerSettings::trust))
                .of("smtp_user", server(each -> each.login().map(Login::user).orElse("-")))
                .hidden("smtp_password", server(each -> each.login().map(Login::password)))
                .of("smtp_queue_size", outbox(OutboxSettings::queueMax))
                .of("smtp_retry_delay", outbox(each -> pauses(each.retries())))
                .of("smtp_retry_limit", outbox(each -> seconds(each.retries().limitNanos())))
                .of("smtp_digest_interval", outbox(each -> seconds(each.digest().intervalNanos())))
                .of("smtp_digest_after", outbox(each -> each.digest().alone()))
                .change("global_defs of mail");
    }

    private static Function<MailSettings, Object> delivery(Function<Delivery, Object> attribute) {
        return settings -> settings.delivery().map(attribute);
    }

    private static Function<MailSettings, Object> server(
            Function<ServerSettings, Object> attribute) {
        return delivery(each -> attribute.apply(each.server()));
    }

    private static Function<MailSettings, Object> outbox(
            Function<OutboxSettings, Object> attribute) {
        return delivery(each -> attribute.apply(each.outbox()));
    }

    private static String pauses(OutboxSettings.Retries retries) {
        return seconds(retries.firstNanos()) + " " + seconds(retries.maxNanos());
    }

    private static double seconds(long nanos) {
        return nanos / SECOND_NANOS;
    }
}
