package org.ninelives.ctl.command;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.api.net.IpAddress;

/**
 * A server as people write it: {@code 10.0.0.1}, {@code 10.0.0.1:80}, {@code "10.0.0.1 80"}, {@code
 * 10.0.0.1:80/tcp}, {@code [2001:db8::1]:80}; names of the log are compared as they are.
 */
record ServerWord(String word) {

    /** Address, protocol and port, as the log writes them. */
    private static final Pattern LOGGED = Pattern.compile("\\[(.+)]:(\\w+):(\\d+)");

    private static final Pattern WITH_PORT =
            Pattern.compile("\\[?([^\\[\\]\\s]+?)]?[:\\s](\\d+)(?:/(tcp|udp|sctp))?");

    ServerWord {
        word = word.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a server of this name may be meant. */
    boolean means(String logged) {
        Matcher name = LOGGED.matcher(logged);
        if (!name.matches()) {
            return false;
        }
        String address = name.group(1);
        String port = name.group(3);
        Set<String> ways =
                Set.of(address, address + " " + port, address + " " + port + "/" + name.group(2));
        return ways.contains(plain(word)) || ways.contains(withPort());
    }

    private String withPort() {
        Matcher parts = WITH_PORT.matcher(word);
        if (!parts.matches()) {
            return word;
        }
        String protocol = parts.group(3) == null ? "" : "/" + parts.group(3);
        return plain(parts.group(1)) + " " + parts.group(2) + protocol;
    }

    /** An address in its usual spelling; anything else as it is. */
    private static String plain(String text) {
        try {
            return IpAddress.of(text.replaceAll("[\\[\\]]", "")).toString();
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
