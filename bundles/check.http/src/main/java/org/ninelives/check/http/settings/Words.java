package org.ninelives.check.http.settings;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ninelives.api.configuration.Secret;
import org.ninelives.config.CommandWords;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.InvalidArgumentException;

/** What the keywords of HTTP take. */
final class Words {

    /** The server is told the name that is in the field Host. */
    static final String AS_HOST = "";

    /** RFC 9110 section 5.6.2. */
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** Fields that say what other keywords say, or what goes over the wire. */
    private static final Set<String> RESERVED =
            Set.of(
                    "authorization",
                    "connection",
                    "content-length",
                    "host",
                    "te",
                    "transfer-encoding",
                    "user-agent");

    private Words() {}

    /** Who asks. */
    record Login(String user, Secret password) {}

    static ArgumentType<String> path() {
        return ArgumentType.of(
                "PATH",
                arguments -> {
                    String path = arguments.take("a path");
                    if (!path.startsWith("/")) {
                        arguments.remark(
                                path + " does not begin with /, so most servers refuse it");
                    }
                    return path;
                });
    }

    static ArgumentType<String> digest() {
        return word("32 hexadecimal digits")
                .map(
                        word -> {
                            if (!word.matches("\\p{XDigit}{32}")) {
                                throw new IllegalArgumentException(
                                        word
                                                + " is not an MD5 of 32 hexadecimal digits; see"
                                                + " genhash");
                            }
                            return word.toLowerCase(Locale.ROOT);
                        });
    }

    /** One word, quoted as in commands. */
    static ArgumentType<String> pattern() {
        return ArgumentType.of(
                "PATTERN",
                arguments -> {
                    if (!arguments.hasNext()) {
                        throw InvalidArgumentException.missing("a pattern");
                    }
                    List<String> words = split(arguments.takeRaw());
                    if (words.size() > 1) {
                        arguments.remark(
                                "'"
                                        + String.join(" ", words.subList(1, words.size()))
                                        + "' is too much and ignored; put a pattern with blanks"
                                        + " into quotes");
                    }
                    return words.getFirst();
                });
    }

    private static List<String> split(String raw) throws InvalidArgumentException {
        try {
            return CommandWords.split(raw);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    static ArgumentType<Boolean> twoSizes() {
        return ArgumentType.of(
                "START MAX, in bytes",
                arguments -> {
                    for (String size :
                            List.of(arguments.take("a size"), arguments.take("a second size"))) {
                        if (!size.matches("\\d{1,18}")) {
                            throw new InvalidArgumentException(size + " is not a size in bytes");
                        }
                    }
                    return true;
                });
    }

    /** A name as TLS has it, RFC 6066 section 3. */
    static ArgumentType<String> serverName() {
        return word("NAME")
                .map(
                        word -> {
                            if (!isServerName(word)) {
                                throw new IllegalArgumentException(
                                        word + " is not the name of a host");
                            }
                            return word;
                        });
    }

    static boolean isServerName(String word) {
        return word.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*") && word.length() <= 253;
    }

    static ArgumentType<String> method() {
        return word("GET, HEAD, POST or another one of HTTP")
                .map(
                        word -> {
                            if (!word.matches("[A-Z]+(-[A-Z]+)*") || word.equals("CONNECT")) {
                                throw new IllegalArgumentException(
                                        word + " is not a method of HTTP such as HEAD");
                            }
                            return word;
                        });
    }

    static ArgumentType<String> header() {
        return ArgumentType.of(
                "NAME VALUE",
                arguments -> {
                    String name = arguments.take("the name of a field");
                    if (!name.matches(TOKEN)) {
                        throw new InvalidArgumentException(
                                name + " is not the name of a field; write NAME VALUE, no colon");
                    }
                    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                        throw new InvalidArgumentException(
                                name
                                        + " is set already; see virtualhost, http_protocol, auth"
                                        + " and body");
                    }
                    return name + ": " + arguments.take("a value");
                });
    }

    static ArgumentType<Login> login() {
        return ArgumentType.of(
                "USER " + Secret.ALLOWED,
                arguments -> {
                    String user = arguments.take("a user");
                    if (user.contains(":")) {
                        throw new InvalidArgumentException(
                                "a user has no colon in the name (RFC 7617 section 2)");
                    }
                    return new Login(user, Secret.type().parse(arguments));
                });
    }
}
