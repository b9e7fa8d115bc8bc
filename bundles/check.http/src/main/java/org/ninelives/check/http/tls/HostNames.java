package org.ninelives.check.http.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;

/** Whether a certificate is for a server, by RFC 9525 section 6. */
final class HostNames {

    /** Kinds of names in a certificate, RFC 5280 section 4.2.1.6. */
    private static final int DNS_NAME = 2;

    private static final int IP_ADDRESS = 7;

    private HostNames() {}

    /**
     * Whether one of its names is this one.
     *
     * @param name a host name or an address
     */
    static boolean isFor(X509Certificate certificate, String name)
            throws CertificateParsingException {
        Optional<IpAddress> address = IpAddress.parse(name);
        if (address.isPresent()) {
            return names(certificate, IP_ADDRESS).stream()
                    .anyMatch(found -> IpAddress.parse(found).equals(address));
        }
        return names(certificate, DNS_NAME).stream().anyMatch(pattern -> matches(pattern, name));
    }

    /** All its names, for people. */
    static List<String> of(X509Certificate certificate) throws CertificateParsingException {
        List<String> all = new ArrayList<>(names(certificate, DNS_NAME));
        all.addAll(names(certificate, IP_ADDRESS));
        return all;
    }

    private static List<String> names(X509Certificate certificate, int kind)
            throws CertificateParsingException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> name.getFirst().equals(kind))
                        .map(name -> name.get(1).toString())
                        .toList();
    }

    /** A star stands for the whole first label, and for nothing else. */
    static boolean matches(String pattern, String name) {
        String wanted = pattern.toLowerCase(Locale.ROOT);
        String host = name.toLowerCase(Locale.ROOT);
        if (!wanted.startsWith("*.")) {
            return wanted.equals(host);
        }
        int firstDot = host.indexOf('.');
        return firstDot > 0
                && wanted.indexOf('.', 2) > 0
                && host.substring(firstDot).equals(wanted.substring(1));
    }
}
