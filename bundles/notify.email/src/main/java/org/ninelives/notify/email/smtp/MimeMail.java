package org.ninelives.notify.email.smtp;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.ninelives.notify.email.core.Mail;
import org.ninelives.notify.email.core.Recipient;

/** A mail as RFC 5322 wants it, with the headers keepalived gives it. */
final class MimeMail {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MimeMail() {}

    static MimeMessage of(Session session, Recipient from, List<Recipient> to, Mail mail)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(address(from));
        message.setRecipients(RecipientType.TO, addresses(to));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.time()));
        message.setHeader("X-Mailer", "Ninelives, Keepalived compatible");
        // RFC 3834: nobody needs to hear of the holidays of the reader.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(mail.body(), UTF_8);
        return message;
    }

    static InternetAddress[] addresses(List<Recipient> recipients) {
        return recipients.stream().map(MimeMail::address).toArray(InternetAddress[]::new);
    }

    private static InternetAddress address(Recipient recipient) {
        InternetAddress address = new InternetAddress();
        address.setAddress(recipient.address());
        if (!recipient.name().isEmpty()) {
            try {
                address.setPersonal(recipient.name(), UTF_8);
            } catch (UnsupportedEncodingException e) {
                throw new AssertionError("every JDK knows UTF-8", e);
            }
        }
        return address;
    }
}
