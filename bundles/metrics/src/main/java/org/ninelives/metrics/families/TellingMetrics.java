package org.ninelives.metrics.families;

import static org.ninelives.metrics.families.Group.single;
import static org.ninelives.metrics.families.Numbers.moment;

import java.util.List;
import org.ninelives.api.management.MailMXBean;
import org.ninelives.api.management.MailStatus;
import org.ninelives.api.management.NotifierMXBean;
import org.ninelives.api.management.NotifierStatus;

/** The metrics of scripts, FIFOs, web servers and mail that are told what happens. */
final class TellingMetrics {

    private TellingMetrics() {}

    static List<Group<?>> groups() {
        return List.of(notifiers(), mail());
    }

    private static Group<NotifierStatus> notifiers() {
        return new Group<NotifierStatus>(
                        "notifier",
                        "ninelives_notifier_",
                        List.of("notifier"),
                        world ->
                                world.all(NotifierMXBean.class).stream()
                                        .map(NotifierMXBean::getStatus)
                                        .toList(),
                        (notifier, place) -> notifier.name())
                .gauge(
                        "queued",
                        "What waits to be told, whatever is under way included",
                        NotifierStatus::queued)
                .gauge(
                        "last_error_timestamp_seconds",
                        "When something could not be told the last time, since 1970 UTC; absent if"
                                + " never",
                        notifier -> moment(notifier.lastErrorMillis()))
                .counter("told_total", "What has been told", NotifierStatus::told)
                .counter(
                        "dropped_total",
                        "What could not be told, or was left out because too much waited",
                        NotifierStatus::dropped);
    }

    private static Group<MailStatus> mail() {
        return single(
                        "mail",
                        "ninelives_mail_",
                        (World world) ->
                                world.all(MailMXBean.class).stream()
                                        .map(MailMXBean::getStatus)
                                        .toList())
                .gauge(
                        "queued",
                        "Mails that wait for the server, the one under way included",
                        MailStatus::queued)
                .gauge(
                        "last_error_timestamp_seconds",
                        "When a mail could not be sent the last time, since 1970 UTC; absent if"
                                + " never",
                        mail -> moment(mail.lastErrorMillis()))
                .gauge(
                        "last_sent_timestamp_seconds",
                        "When the server took the latest mail, since 1970 UTC; absent if never",
                        mail -> moment(mail.lastSentMillis()))
                .counter(
                        "sent_total",
                        "Mails that the server has taken for at least one recipient",
                        MailStatus::sent)
                .counter("failed_total", "Mails that were given up", MailStatus::failed)
                .counter(
                        "refused_recipients_total",
                        "How often the server refused a recipient of a mail",
                        MailStatus::refusedRecipients);
    }
}
