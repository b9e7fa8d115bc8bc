package org.ninelives.notify.email.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.notify.email.core.Recipient;

/** What the keywords of mail take. */
final class Words {

    private static final int PORT_MAX = 65535;

    private Words() {}

    /**
     * Host and port of the server.
     *
     * @param port empty for the usual one
     */
    record HostAndPort(String host, OptionalInt port) {}

    /**
     * Pauses between tries.
     *
     * @param max empty for the usual one
     */
    record Pauses(int first, OptionalInt max) {}

    static ArgumentType<Recipient> address() {
        return ArgumentType.of(Addresses.ALLOWED, Addresses::one);
    }

    static ArgumentType<HostAndPort> hostAndPort() {
        return ArgumentType.of(
                "HOST|IP [PORT]",
                arguments ->
                        new HostAndPort(
                                arguments.take("a host name or an address"),
                                optional(ArgumentTypes.integer(1, PORT_MAX), arguments)));
    }

    static ArgumentType<Pauses> pauses(int max) {
        ArgumentType<Integer> seconds = ArgumentTypes.integer(1, max);
        return ArgumentType.of(
                "FIRST [MAX], 1.." + max + " seconds each",
                arguments -> {
                    Pauses pauses =
                            new Pauses(seconds.parse(arguments), optional(seconds, arguments));
                    if (pauses.max().orElse(pauses.first()) < pauses.first()) {
                        throw new InvalidArgumentException(
                                "the longest pause, "
                                        + pauses.max().getAsInt()
                                        + " s, is below the first one, "
                                        + pauses.first()
                                        + " s");
                    }
                    return pauses;
                });
    }

    static ArgumentType<Trust> trust() {
        return ArgumentTypes.word("system|anyone|sha256:DIGITS|file:PATH").map(Words::trust);
    }

    private static Trust trust(String word) {
        return switch (word) {
            case "system" -> new Trust.WellKnown();
            case "anyone" -> new Trust.Anyone();
            default ->
                    after("file:", word)
                            .<Trust>map(Trust.Authorities::new)
                            .or(() -> after("sha256:", word).flatMap(Words::pin))
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    word
                                                            + " is none of system, anyone,"
                                                            + " file:PATH, sha256: and 64"
                                                            + " hexadecimal digits"));
        };
    }

    /** As openssl prints it, with colons, too. */
    private static Optional<Trust> pin(String digits) {
        String plain = digits.replace(":", "").toLowerCase(Locale.ROOT);
        return plain.matches("[0-9a-f]{64}")
                ? Optional.of(new Trust.Pinned(plain))
                : Optional.empty();
    }

    private static Optional<String> after(String beginning, String word) {
        return word.startsWith(beginning) && word.length() > beginning.length()
                ? Optional.of(word.substring(beginning.length()))
                : Optional.empty();
    }

    private static OptionalInt optional(ArgumentType<Integer> type, Arguments arguments)
            throws InvalidArgumentException {
        return arguments.hasNext() ? OptionalInt.of(type.parse(arguments)) : OptionalInt.empty();
    }
}
