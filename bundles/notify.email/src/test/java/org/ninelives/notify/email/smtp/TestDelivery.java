package org.ninelives.notify.email.smtp;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.Secret;
import org.ninelives.notify.email.core.Mail;
import org.ninelives.notify.email.core.OutboxSettings;
import org.ninelives.notify.email.core.OutboxSettings.DigestSettings;
import org.ninelives.notify.email.core.OutboxSettings.Retries;
import org.ninelives.notify.email.core.Outcome;
import org.ninelives.notify.email.core.Recipient;
import org.ninelives.notify.email.settings.Login;
import org.ninelives.notify.email.settings.MailSettings;
import org.ninelives.notify.email.settings.ServerSettings;
import org.ninelives.notify.email.settings.TlsMode;
import org.ninelives.notify.email.settings.Trust;

/** A mail to two people by a server on this host. */
record TestDelivery(
        String host, int port, Duration timeout, TlsMode tls, Trust trust, Optional<String> user) {

    static final Recipient OPS = new Recipient("", "ops@example.com");
    static final Recipient DEV = new Recipient("Büro Süd", "dev@example.com");
    static final String PASSWORD = "open sesame";

    static final Mail MAIL =
            new Mail(
                    Instant.parse("2026-01-02T03:04:05Z"),
                    "lb01",
                    "VRRP Instance VI_1 - Entering MASTER state",
                    "=> VRRP Instance is now owning VRRP VIPs <=\n");

    static TestDelivery to(int port) {
        return new TestDelivery(
                "localhost",
                port,
                Duration.ofSeconds(30),
                TlsMode.OFF,
                new Trust.WellKnown(),
                Optional.empty());
    }

    TestDelivery host(String name) {
        return new TestDelivery(name, port, timeout, tls, trust, user);
    }

    TestDelivery timeout(Duration limit) {
        return new TestDelivery(host, port, limit, tls, trust, user);
    }

    TestDelivery tls(TlsMode mode, Trust believed) {
        return new TestDelivery(host, port, timeout, mode, believed, user);
    }

    TestDelivery user(String name) {
        return new TestDelivery(host, port, timeout, tls, trust, Optional.of(name));
    }

    SmtpCourier courier() {
        ServerSettings server =
                new ServerSettings(
                        host,
                        port,
                        "lb01.example.com",
                        timeout.toNanos(),
                        tls,
                        trust,
                        user.map(name -> new Login(name, new Secret.InEnvironment("PASSWORD"))));
        OutboxSettings outbox =
                new OutboxSettings(
                        List.of(OPS, DEV), 10, new Retries(1, 1, 1), new DigestSettings(0, 1), 1);
        return new SmtpCourier(
                new MailSettings.Delivery(
                        new Recipient("", "keepalived@lb01.example.com"), server, outbox),
                secret -> PASSWORD);
    }

    Outcome deliver() {
        return deliver(MAIL);
    }

    Outcome deliver(Mail mail) {
        return courier().deliver(mail, List.of(OPS, DEV));
    }
}
