package org.ninelives.notify.webhook.settings;

import java.util.Locale;
import java.util.Set;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * A header of HTTP and where its value is found.
 *
 * @param text the value itself, the path of a file or the name of a variable
 */
record Header(String name, Source source, String text) {

    /** Where a value comes from. */
    enum Source {
        WRITTEN,
        FILE,
        ENV
    }

    /** Those the client sets by itself. */
    private static final Set<String> RESERVED =
            Set.of("connection", "content-length", "content-type", "expect", "host", "upgrade");

    /** {@code X-Environment production}. */
    static ArgumentType<Header> written() {
        return type("NAME VALUE", arguments -> Source.WRITTEN);
    }

    /** {@code Authorization file /etc/ninelives/token}. */
    static ArgumentType<Header> secret() {
        return type(
                "NAME file PATH | NAME env VARIABLE",
                arguments -> {
                    String word = arguments.take("file or env");
                    return switch (word) {
                        case "file" -> Source.FILE;
                        case "env" -> Source.ENV;
                        default ->
                                throw new InvalidArgumentException(
                                        word
                                                + " is none of file, env; a secret itself does not"
                                                + " belong here");
                    };
                });
    }

    private static ArgumentType<Header> type(String allowed, ArgumentType.Reader<Source> source) {
        return ArgumentType.of(
                allowed,
                arguments -> {
                    String name = name(arguments.take("the name of a header"));
                    return new Header(name, source.read(arguments), arguments.take("a value"));
                });
    }

    /** A token of RFC 9110, section 5.6.2. */
    private static String name(String word) throws InvalidArgumentException {
        if (!word.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new InvalidArgumentException(word + " is not the name of an HTTP header");
        }
        if (RESERVED.contains(word.toLowerCase(Locale.ROOT))) {
            throw new InvalidArgumentException(word + " is set already and cannot be changed");
        }
        return word;
    }
}
