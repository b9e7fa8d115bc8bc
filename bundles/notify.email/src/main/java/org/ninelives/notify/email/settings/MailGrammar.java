package org.ninelives.notify.email.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.configuration.Secret;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.notify.email.core.Recipient;

/** The keywords of {@code global_defs} about mail; those from {@link #TLS} on are ours alone. */
final class MailGrammar {

    private static final int DAY_SECONDS = 86_400;

    static final Keyword<List<Located<List<Recipient>>>> RECIPIENTS =
            Keyword.entries(
                    "notification_email", new AddressEntry(), "recipients of mail about changes");
    static final Keyword<Optional<Recipient>> FROM =
            Keyword.optional("notification_email_from", Words.address(), "sender of that mail");
    static final Keyword<Optional<Words.HostAndPort>> SERVER =
            Keyword.optional(
                    "smtp_server",
                    Words.hostAndPort(),
                    "server that takes the mail; port 25, or 465 with smtp_tls tls");
    static final Keyword<Optional<String>> HELO_NAME =
            Keyword.optional(
                    "smtp_helo_name",
                    word("NAME"),
                    "name we give ourselves towards it; the host name by default");
    static final Keyword<Integer> TIMEOUT =
            Keyword.value(
                    "smtp_connect_timeout",
                    integer(0, DAY_SECONDS),
                    30,
                    "seconds to connect, and to wait for each answer; 0 becomes 1");
    static final Keyword<Optional<Boolean>> ALERT =
            Keyword.optional(
                    "smtp_alert", bool(), "default of smtp_alert_vrrp and smtp_alert_checker");
    static final Keyword<Optional<Boolean>> ALERT_VRRP =
            Keyword.optional(
                    "smtp_alert_vrrp",
                    bool(),
                    "default of smtp_alert in instances and groups; off by default");
    static final Keyword<Optional<Boolean>> ALERT_CHECKER =
            Keyword.optional(
                    "smtp_alert_checker", bool(), "default of smtp_alert in virtual servers");
    static final Keyword<Boolean> NO_FAULTS =
            Keyword.value("no_email_faults", bool(), false, "no mail about faults");
    static final Keyword<Boolean> NO_CHECKER =
            Keyword.value("no_checker_emails", bool(), false, "no mail about real servers")
                    .withRemark("is obsolete; write smtp_alert_checker off");

    static final Keyword<TlsMode> TLS =
            Keyword.value(
                    "smtp_tls",
                    choice(
                            Map.entry("off", TlsMode.OFF),
                            Map.entry("starttls", TlsMode.STARTTLS),
                            Map.entry("tls", TlsMode.TLS)),
                    TlsMode.OFF,
                    "whether what goes to the server is encrypted");
    static final Keyword<Trust> TRUST =
            Keyword.value(
                    "smtp_tls_trust",
                    Words.trust(),
                    new Trust.WellKnown(),
                    "which certificate of the server is believed");
    static final Keyword<Optional<String>> USER =
            Keyword.optional("smtp_user", word("NAME"), "name to log in with");
    static final Keyword<Optional<Secret>> PASSWORD =
            Keyword.optional("smtp_password", Secret.type(), "where the password is found");
    static final Keyword<Integer> QUEUE_SIZE =
            Keyword.value("smtp_queue_size", integer(2, 10_000), 100, "mails that wait at most");
    static final Keyword<Words.Pauses> RETRY_DELAY =
            Keyword.value(
                    "smtp_retry_delay",
                    Words.pauses(DAY_SECONDS),
                    new Words.Pauses(10, OptionalInt.empty()),
                    "pause after a failure, doubled up to the longest one; 10 300 by default");
    static final Keyword<Integer> RETRY_LIMIT =
            Keyword.value(
                    "smtp_retry_limit",
                    integer(1, 7 * DAY_SECONDS),
                    4 * 3600,
                    "age in seconds at which a mail is given up");
    static final Keyword<Integer> DIGEST_INTERVAL =
            Keyword.value(
                    "smtp_digest_interval",
                    integer(0, 3600),
                    10,
                    "seconds for which mails are gathered in a storm; 0 for never");
    static final Keyword<Integer> DIGEST_AFTER =
            Keyword.value(
                    "smtp_digest_after",
                    integer(1, 10_000),
                    10,
                    "mails within that interval that go alone");

    static final BlockGrammar GRAMMAR =
            BlockGrammar.of(
                    RECIPIENTS,
                    FROM,
                    SERVER,
                    HELO_NAME,
                    TIMEOUT,
                    ALERT,
                    ALERT_VRRP,
                    ALERT_CHECKER,
                    NO_FAULTS,
                    NO_CHECKER,
                    TLS,
                    TRUST,
                    USER,
                    PASSWORD,
                    QUEUE_SIZE,
                    RETRY_DELAY,
                    RETRY_LIMIT,
                    DIGEST_INTERVAL,
                    DIGEST_AFTER);

    private MailGrammar() {}
}
