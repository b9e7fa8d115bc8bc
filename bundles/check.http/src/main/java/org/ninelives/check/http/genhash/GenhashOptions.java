package org.ninelives.check.http.genhash;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.check.http.core.HttpVersion;

/**
 * The command line of genhash, as genhash(1) of keepalived describes it.
 *
 * @param tls whether the page is fetched over TLS
 * @param serverName whether the server is told the virtual host before it shows its certificate
 */
record GenhashOptions(
        ConnectTarget target,
        String url,
        boolean tls,
        boolean serverName,
        Optional<String> virtualHost,
        HttpVersion version,
        Duration timeout,
        boolean verbose) {

    static final String USAGE =
            """
            usage: genhash [options] -s ADDRESS -p PORT -u URL

              -s, --server ADDRESS          IP address of the server
              -p, --port PORT               its port
              -u, --url URL                 path of the page, such as /index.html
              -S, --use-ssl                 speak TLS
              -I, --use-sni                 tell the server the virtual host first; with -S
              -V, --use-virtualhost HOST    field Host, instead of address and port
              -P, --protocol 1.0|1.0c|1.1   version of HTTP; c asks to close the connection
              -m, --fwmark MARK             mark on the packets
              -t, --timeout SECONDS         time for connecting, and again for the answer
              -v, --verbose                 show the answer, too
              -h, --help                    this text
            """;

    private static final Map<String, String> LONG_NAMES =
            Map.ofEntries(
                    Map.entry("--server", "-s"),
                    Map.entry("--port", "-p"),
                    Map.entry("--url", "-u"),
                    Map.entry("--use-ssl", "-S"),
                    Map.entry("--use-sni", "-I"),
                    Map.entry("--use-virtualhost", "-V"),
                    Map.entry("--protocol", "-P"),
                    Map.entry("--fwmark", "-m"),
                    Map.entry("--timeout", "-t"),
                    Map.entry("--verbose", "-v"),
                    Map.entry("--help", "-h"));

    private static final String FLAGS = "SIvh";
    private static final String WITH_VALUE = "spuVPmt";
    private static final int PORT_MAX = 65535;
    private static final long MARK_MAX = 0xffff_ffffL;
    private static final int TIMEOUT_MAX_SECONDS = 3600;

    /** Reads the words after the name; empty if help is all that is wanted. */
    static Optional<GenhashOptions> parse(List<String> words) throws UsageException {
        Map<Character, String> given = given(words);
        if (given.containsKey('h')) {
            return Optional.empty();
        }
        ConnectTarget target =
                new ConnectTarget(
                        address(required(given, 's')),
                        (int) number(required(given, 'p'), "port", 1, PORT_MAX),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        number(given.getOrDefault('m', "0"), "fwmark", 0, MARK_MAX));
        return Optional.of(
                new GenhashOptions(
                        target,
                        required(given, 'u'),
                        given.containsKey('S'),
                        given.containsKey('I'),
                        Optional.ofNullable(given.get('V')),
                        version(given.getOrDefault('P', "1.0")),
                        Duration.ofSeconds(
                                number(
                                        given.getOrDefault('t', "5"),
                                        "timeout",
                                        1,
                                        TIMEOUT_MAX_SECONDS)),
                        given.containsKey('v')));
    }

    /** The options by their letters, and what they were given; the last one counts. */
    private static Map<Character, String> given(List<String> words) throws UsageException {
        Map<Character, String> given = new HashMap<>();
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            String word = left.remove();
            int equals = word.indexOf('=');
            if (word.startsWith("--") && equals > 0) {
                left.push(word.substring(equals + 1));
                word = word.substring(0, equals);
            }
            String option = LONG_NAMES.getOrDefault(word, word);
            if (!option.matches("-[^-].*")) {
                throw new UsageException("there is no option " + word);
            }
            takeLetters(option.substring(1), left, given);
        }
        return given;
    }

    /** Letters without a value may stand together, and a value right behind its letter. */
    private static void takeLetters(
            String letters, Deque<String> left, Map<Character, String> given)
            throws UsageException {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (FLAGS.indexOf(letter) >= 0) {
                given.put(letter, "");
            } else if (WITH_VALUE.indexOf(letter) < 0) {
                throw new UsageException("there is no option -" + letter);
            } else {
                String value = i + 1 < letters.length() ? letters.substring(i + 1) : left.poll();
                if (value == null) {
                    throw new UsageException("option -" + letter + " needs a value");
                }
                given.put(letter, value);
                return;
            }
        }
    }

    private static String required(Map<Character, String> given, char letter)
            throws UsageException {
        String value = given.get(letter);
        if (value == null) {
            throw new UsageException("option -" + letter + " is missing");
        }
        return value;
    }

    private static IpAddress address(String text) throws UsageException {
        return IpAddress.parse(text)
                .orElseThrow(
                        () -> new UsageException("server should be an IP address, not " + text));
    }

    private static HttpVersion version(String text) throws UsageException {
        return switch (text) {
            case "1.0" -> HttpVersion.HTTP_1_0;
            case "1.0c", "1.0C" -> HttpVersion.HTTP_1_0_CLOSE;
            case "1.1" -> HttpVersion.HTTP_1_1;
            default -> throw new UsageException("protocol should be 1.0, 1.0c or 1.1, not " + text);
        };
    }

    private static long number(String text, String what, long min, long max) throws UsageException {
        long value = text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
        if (value < min || value > max) {
            throw new UsageException(what + " should be in " + min + ".." + max + ", not " + text);
        }
        return value;
    }
}
