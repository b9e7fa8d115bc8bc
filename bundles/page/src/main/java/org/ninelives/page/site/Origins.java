package org.ninelives.page.site;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.ninelives.http.Request;

/**
 * Tells a page of ours from one of somebody else in the same browser. A name that points to
 * 127.0.0.1 today and elsewhere tomorrow (DNS rebinding) gives nobody the rights of our page.
 */
final class Origins {

    private static final Set<String> OURS = Set.of("", "none", "same-origin");

    private Origins() {}

    /** Whether it was asked for by an address of the loopback or as localhost, on any port. */
    static boolean isLoopback(Request request) {
        String host = request.header("host").toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
        return host.equals("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
    }

    /** Whether our own page sends it, or no page at all. */
    static boolean isOwn(Request request) {
        String origin = request.header("origin");
        return OURS.contains(request.header("sec-fetch-site"))
                && (origin.isEmpty() || authority(origin).equals(request.header("host")));
    }

    private static String authority(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
