package org.ninelives.notify.email.settings;

/** Whether what goes to the server is encrypted. */
public enum TlsMode {
    /** Nothing is, even where the server offers it. */
    OFF,
    /** After STARTTLS (RFC 3207); a server that does not offer it gets no mail. */
    STARTTLS,
    /** From the first byte (RFC 8314). */
    TLS
}
