package org.ninelives.lvs.settings;

import java.util.Map;
import java.util.Optional;

/** The checkers that come with the product, so that one that was left out can be named. */
final class ShippedCheckers {

    private static final Map<String, String> BUNDLES =
            Map.of(
                    "TCP_CHECK", "check.tcp",
                    "HTTP_GET", "check.http",
                    "SSL_GET", "check.http",
                    "SMTP_CHECK", "check.smtp",
                    "MISC_CHECK", "check.misc",
                    "DNS_CHECK", "check.dns",
                    "UDP_CHECK", "check.udp",
                    "PING_CHECK", "check.ping",
                    "FILE_CHECK", "check.file",
                    "BFD_CHECK", "check.bfd");

    private ShippedCheckers() {}

    /** The symbolic name of the bundle that brings this keyword, if the product has one. */
    static Optional<String> bundle(String keyword) {
        return Optional.ofNullable(BUNDLES.get(keyword)).map(name -> "org.ninelives." + name);
    }
}
