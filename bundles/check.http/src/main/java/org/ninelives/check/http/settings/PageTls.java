package org.ninelives.check.http.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a page is fetched over TLS.
 *
 * @param serverName what the server is told before it chooses its certificate (RFC 6066 section 3)
 * @param compliant whether the end of data has to be told by TLS and not by the connection alone
 * @param verification what the certificate has to be like; anything when empty
 */
public record PageTls(
        Optional<String> serverName, boolean compliant, Optional<Verification> verification) {

    /**
     * What a certificate has to be like.
     *
     * @param authorities PEM file of those who may have signed it; those of Java when empty
     * @param name the host name or address it has to be for
     */
    public record Verification(Optional<Path> authorities, String name) {}
}
