package org.ninelives.notify.email.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.configuration.GlobalKeywords;
import org.ninelives.api.configuration.Secret;
import org.ninelives.api.configuration.Secrets;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;
import org.ninelives.notify.email.core.AlertSettings;
import org.ninelives.notify.email.core.OutboxSettings;
import org.ninelives.notify.email.core.Recipient;

/** Reads all that {@code global_defs} says about mail. */
public final class MailReader {

    /** The keywords in {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS = MailGrammar.GRAMMAR;

    private static final int PORT = 25;
    private static final int PORT_TLS = 465;
    private static final int RETRY_MAX_SECONDS = 300;

    /** A delivery is connection, greeting, some commands and the data: a few slow answers. */
    private static final int SLOW_ANSWERS = 4;

    private final Values values;
    private final LocalNames names;
    private final Secrets secrets;
    private final Problems problems;

    private MailReader(Values values, LocalNames names, Secrets secrets, Problems problems) {
        this.values = values;
        this.names = names;
        this.secrets = secrets;
        this.problems = problems;
    }

    /**
     * Reads the settings.
     *
     * @param names what defaults are made of
     * @param secrets only asked whether the password can be had
     */
    public static MailSettings read(
            Values globalDefs, LocalNames names, Secrets secrets, Problems problems) {
        return new MailReader(globalDefs, names, secrets, problems).read();
    }

    private MailSettings read() {
        Optional<Boolean> all = values.get(MailGrammar.ALERT);
        Optional<Boolean> vrrp = values.get(MailGrammar.ALERT_VRRP);
        Optional<Boolean> checkers =
                values.get(MailGrammar.NO_CHECKER)
                        ? Optional.of(false)
                        : values.get(MailGrammar.ALERT_CHECKER);
        AlertSettings alerts =
                new AlertSettings(
                        values.get(GlobalKeywords.ROUTER_ID).orElse(names.host()),
                        vrrp.or(() -> all).orElse(false),
                        checkers.or(() -> all),
                        !values.get(MailGrammar.NO_FAULTS));
        return new MailSettings(
                alerts, delivery(alerts), new MailSettings.WrittenAlerts(all, vrrp, checkers));
    }

    private Optional<MailSettings.Delivery> delivery(AlertSettings alerts) {
        List<Recipient> recipients = recipients();
        Optional<Words.HostAndPort> server = values.get(MailGrammar.SERVER);
        if (server.isEmpty() || recipients.isEmpty()) {
            Keyword<?> missing = server.isEmpty() ? MailGrammar.SERVER : MailGrammar.RECIPIENTS;
            if (alerts.byDefault()) {
                problems.warning(
                        values.position(),
                        missing.name(),
                        "is missing, so nothing is mailed although smtp_alert asks for it");
            }
            return Optional.empty();
        }
        return Optional.of(
                new MailSettings.Delivery(
                        values.get(MailGrammar.FROM)
                                .orElse(new Recipient("", names.user() + "@" + names.host())),
                        server(server.get()),
                        outbox(recipients)));
    }

    private List<Recipient> recipients() {
        Map<String, Recipient> byAddress = new LinkedHashMap<>();
        for (Located<List<Recipient>> line : values.get(MailGrammar.RECIPIENTS)) {
            for (Recipient recipient : line.value()) {
                if (byAddress.putIfAbsent(recipient.address(), recipient) != null) {
                    problems.warning(
                            line.position(),
                            MailGrammar.RECIPIENTS.name(),
                            recipient.address() + " is there twice and gets one mail");
                }
            }
        }
        return List.copyOf(byAddress.values());
    }

    private ServerSettings server(Words.HostAndPort server) {
        TlsMode tls = values.get(MailGrammar.TLS);
        Optional<Login> login = login(tls);
        Trust trust = values.get(MailGrammar.TRUST);
        if (tls == TlsMode.OFF && values.isSet(MailGrammar.TRUST)) {
            problems.warning(
                    values.position(MailGrammar.TRUST),
                    MailGrammar.TRUST.name(),
                    "has no effect without smtp_tls starttls or tls");
        } else if (trust instanceof Trust.Anyone) {
            problems.warning(
                    values.position(MailGrammar.TRUST),
                    MailGrammar.TRUST.name(),
                    "any server is believed, so others can read the mail"
                            + (login.isPresent() ? " and the password" : "")
                            + "; sha256: pins the certificate of one");
        }
        return new ServerSettings(
                server.host(),
                server.port().orElse(tls == TlsMode.TLS ? PORT_TLS : PORT),
                values.get(MailGrammar.HELO_NAME).orElse(names.host()),
                timeoutNanos(),
                tls,
                trust,
                login);
    }

    private long timeoutNanos() {
        return TimeUnit.SECONDS.toNanos(Math.max(1, values.get(MailGrammar.TIMEOUT)));
    }

    private Optional<Login> login(TlsMode tls) {
        Optional<String> user = values.get(MailGrammar.USER);
        Optional<Secret> password = values.get(MailGrammar.PASSWORD);
        if (user.isPresent() != password.isPresent()) {
            Keyword<?> there = user.isPresent() ? MailGrammar.USER : MailGrammar.PASSWORD;
            Keyword<?> missing = user.isPresent() ? MailGrammar.PASSWORD : MailGrammar.USER;
            problems.error(
                    values.position(there),
                    there.name(),
                    "needs " + missing.name() + " beside it; nobody is logged in");
            return Optional.empty();
        }
        password.ifPresent(this::tryOut);
        if (user.isPresent() && tls == TlsMode.OFF) {
            problems.warning(
                    values.position(MailGrammar.USER),
                    MailGrammar.USER.name(),
                    "the password goes to the server unencrypted; write smtp_tls starttls or tls");
        }
        return user.map(name -> new Login(name, password.orElseThrow()));
    }

    /** The password may still appear, or be changed, so it is read again for each delivery. */
    private void tryOut(Secret secret) {
        try {
            secrets.read(secret);
        } catch (UnreadableSecretException e) {
            problems.error(
                    values.position(MailGrammar.PASSWORD),
                    MailGrammar.PASSWORD.name(),
                    e.getMessage() + "; mail waits until it can be read");
        }
    }

    private OutboxSettings outbox(List<Recipient> recipients) {
        Words.Pauses pauses = values.get(MailGrammar.RETRY_DELAY);
        return new OutboxSettings(
                recipients,
                values.get(MailGrammar.QUEUE_SIZE),
                new OutboxSettings.Retries(
                        TimeUnit.SECONDS.toNanos(pauses.first()),
                        TimeUnit.SECONDS.toNanos(
                                pauses.max().orElse(Math.max(pauses.first(), RETRY_MAX_SECONDS))),
                        TimeUnit.SECONDS.toNanos(values.get(MailGrammar.RETRY_LIMIT))),
                new OutboxSettings.DigestSettings(
                        TimeUnit.SECONDS.toNanos(values.get(MailGrammar.DIGEST_INTERVAL)),
                        values.get(MailGrammar.DIGEST_AFTER)),
                SLOW_ANSWERS * timeoutNanos());
    }
}
