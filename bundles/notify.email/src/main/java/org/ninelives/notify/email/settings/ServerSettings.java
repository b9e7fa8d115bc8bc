package org.ninelives.notify.email.settings;

import java.util.Optional;

/**
 * The server that takes the mail, and how it is spoken to.
 *
 * @param host name or address
 * @param port 1..65535
 * @param timeoutNanos for the connection, and for each answer
 */
public record ServerSettings(
        String host,
        int port,
        String heloName,
        long timeoutNanos,
        TlsMode tls,
        Trust trust,
        Optional<Login> login) {

    /** Host and port, an IPv6 address in brackets. */
    public String name() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
