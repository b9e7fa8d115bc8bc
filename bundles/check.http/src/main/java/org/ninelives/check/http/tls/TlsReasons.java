package org.ninelives.check.http.tls;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What went wrong between two who spoke TLS, as a piece of a sentence. */
public final class TlsReasons {

    private static final Pattern ALERT =
            Pattern.compile("(?:\\(\\w+\\) )?Received fatal alert: (\\w+)");

    private TlsReasons() {}

    /** Why it failed. */
    public static String of(SSLException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher alert = ALERT.matcher(message);
        if (alert.matches()) {
            return alert(alert.group(1));
        }
        if (failure.getCause() instanceof InterruptedIOException) {
            return "the server did not shake hands in time";
        }
        if (failure.getCause() instanceof EOFException) {
            return "the server closed the connection while both shook hands";
        }
        if (message.startsWith("Unsupported or unrecognized SSL message")) {
            return "the server does not speak TLS on this port; HTTP_GET is for plain HTTP";
        }
        return message;
    }

    /** RFC 8446 section 6.2. */
    private static String alert(String name) {
        String meaning =
                switch (name) {
                    case "handshake_failure", "insufficient_security" ->
                            ", as it has no cipher suite in common with Java, or wants a"
                                    + " certificate";
                    case "protocol_version" -> ", as it does not speak TLS 1.2 or 1.3";
                    case "certificate_required",
                            "bad_certificate",
                            "unknown_ca",
                            "certificate_unknown",
                            "certificate_expired" ->
                            " to our certificate; see the block SSL";
                    case "unrecognized_name" ->
                            ", as it does not know the name it was told; see sni_name";
                    default -> "";
                };
        return "the server answered with the alert " + name + meaning;
    }
}
