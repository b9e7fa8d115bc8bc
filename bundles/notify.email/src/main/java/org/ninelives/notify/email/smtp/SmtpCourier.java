package org.ninelives.notify.email.smtp;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.ninelives.api.configuration.Secrets;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.notify.email.core.Mail;
import org.ninelives.notify.email.core.Outcome;
import org.ninelives.notify.email.core.Recipient;
import org.ninelives.notify.email.settings.Login;
import org.ninelives.notify.email.settings.MailSettings;
import org.ninelives.notify.email.settings.ServerSettings;
import org.ninelives.notify.email.settings.TlsMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers by SMTP (RFC 5321), one connection a mail, as keepalived does. */
public final class SmtpCourier implements Courier {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpCourier.class);

    private final MailSettings.Delivery settings;
    private final ServerSettings server;
    private final Secrets secrets;
    private final Connection connection;
    private final Replies replies;

    public SmtpCourier(MailSettings.Delivery settings, Secrets secrets) {
        this.settings = settings;
        this.server = settings.server();
        this.secrets = secrets;
        this.connection = new Connection(server);
        this.replies = new Replies(server);
    }

    @Override
    public void abandon() {
        connection.close();
    }

    @Override
    public Outcome deliver(Mail mail, List<Recipient> recipients) {
        // Jakarta Mail finds its own parts by the loader of the thread.
        Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
        try (connection) {
            Optional<Tls> tls = tls();
            Session session = session(tls);
            SMTPTransport transport =
                    new SMTPTransport(
                            session,
                            new URLName("smtp", server.host(), server.port(), null, null, null));
            transport.connect(connected(tls));
            return send(transport, session, mail, recipients);
        } catch (IOException | MessagingException | UnreadableSecretException e) {
            return replies.failed(e);
        } catch (RuntimeException e) {
            // A library that stumbles over an answer is no reason to lose the mail.
            LOG.debug("Jakarta Mail failed", e);
            return replies.failed(e);
        }
    }

    private Optional<Tls> tls() throws IOException {
        return server.tls() == TlsMode.OFF ? Optional.empty() : Optional.of(Tls.of(server.trust()));
    }

    private Socket connected(Optional<Tls> tls) throws IOException {
        Socket socket = connection.open();
        return server.tls() == TlsMode.TLS ? tls.orElseThrow().over(socket, server.host()) : socket;
    }

    private Outcome send(
            SMTPTransport transport, Session session, Mail mail, List<Recipient> recipients) {
        try {
            transport.sendMessage(
                    MimeMail.of(session, settings.from(), settings.outbox().recipients(), mail),
                    MimeMail.addresses(recipients));
            return new Outcome.Taken(List.of());
        } catch (MessagingException e) {
            return replies.outcome(e, recipients);
        } finally {
            quit(transport);
        }
    }

    private static void quit(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the server did not hear the end: {}", e.getMessage());
        }
    }

    private Session session(Optional<Tls> tls) throws UnreadableSecretException {
        Properties properties = properties();
        if (server.tls() == TlsMode.STARTTLS) {
            requireStartTls(properties, tls.orElseThrow());
        }
        Optional<Login> login = server.login();
        if (login.isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.setProperty("mail.smtp.auth", "true");
        properties.setProperty("mail.smtp.user", login.get().user());
        PasswordAuthentication authentication =
                new PasswordAuthentication(
                        login.get().user(), secrets.read(login.get().password()));
        return Session.getInstance(
                properties,
                new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return authentication;
                    }
                });
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.localhost", server.heloName());
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        // Message-IDs are made of it; otherwise the library asks for the name of this host.
        properties.setProperty("mail.from", settings.from().address());
        return properties;
    }

    private static void requireStartTls(Properties properties, Tls tls) {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls.factory());
        properties.setProperty(
                "mail.smtp.ssl.checkserveridentity", Boolean.toString(tls.checksName()));
    }
}
