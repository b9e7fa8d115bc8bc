package org.ninelives.vrrp.settings;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Realms;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** The words of a route or a rule, taken from left to right as what they mean. */
final class RoutingWords {

    private static final Set<String> EVERYWHERE = Set.of("default", "any", "all");
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;
    private static final long REALM_MAX = 0xffff;

    private final Arguments arguments;
    private final RoutingNames names;

    RoutingWords(Arguments arguments, RoutingNames names) {
        this.arguments = arguments;
        this.names = names;
    }

    boolean hasNext() {
        return arguments.hasNext();
    }

    /** Whether the next word is this one. */
    boolean isNext(String word) {
        return arguments.peek().filter(word::equals).isPresent();
    }

    /** Takes the next word if it is this one. */
    boolean takeIf(String word) throws InvalidArgumentException {
        boolean is = isNext(word);
        if (is) {
            arguments.take(word);
        }
        return is;
    }

    String take(String what) throws InvalidArgumentException {
        return arguments.take(what);
    }

    void remark(String message) {
        arguments.remark(message);
    }

    /** A number that is written {@code 16} or {@code 0x10}; empty when it is none, or too long. */
    static OptionalLong parse(String word) {
        boolean hexadecimal = word.startsWith("0x") || word.startsWith("0X");
        try {
            String digits = hexadecimal ? word.substring(2) : word;
            return digits.isEmpty() || Character.digit(digits.charAt(0), HEXADECIMAL) < 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(digits, hexadecimal ? HEXADECIMAL : DECIMAL));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The number after a keyword, both ends of its range included. */
    long number(String keyword, long min, long max) throws InvalidArgumentException {
        return number(keyword, take("the number of " + keyword), min, max);
    }

    static long number(String keyword, String word, long min, long max)
            throws InvalidArgumentException {
        OptionalLong number = parse(word);
        if (number.isEmpty() || number.getAsLong() < min || number.getAsLong() > max) {
            throw new InvalidArgumentException(
                    keyword + " " + word + " is not a number in " + min + ".." + max);
        }
        return number.getAsLong();
    }

    /** The number or name after a keyword. */
    long named(String keyword, RoutingNames.Kind kind, long min, long max)
            throws InvalidArgumentException {
        return named(keyword, kind, take("the number or name of " + keyword), min, max);
    }

    private long named(String keyword, RoutingNames.Kind kind, String word, long min, long max)
            throws InvalidArgumentException {
        OptionalLong named = names.find(kind, word);
        if (named.isPresent()) {
            return number(keyword, Long.toString(named.getAsLong()), min, max);
        }
        if (parse(word).isPresent()) {
            return number(keyword, word, min, max);
        }
        throw new InvalidArgumentException(
                keyword
                        + " "
                        + word
                        + " is neither a number in "
                        + min
                        + ".."
                        + max
                        + " nor a name in "
                        + kind.file());
    }

    /** {@code TO} or {@code FROM/TO}. */
    Realms realms() throws InvalidArgumentException {
        String word = take("the realms");
        int slash = word.indexOf('/');
        return new Realms(
                slash < 0 ? 0 : realm(word.substring(0, slash)), realm(word.substring(slash + 1)));
    }

    private int realm(String word) throws InvalidArgumentException {
        return (int) named("realms", RoutingNames.Kind.REALM, word, 0, REALM_MAX);
    }

    InterfaceName interfaceName(String keyword) throws InvalidArgumentException {
        String word = take("the interface of " + keyword);
        try {
            return new InterfaceName(word);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(keyword + ": " + e.getMessage());
        }
    }

    IpAddress address(String keyword) throws InvalidArgumentException {
        String word = take("the address of " + keyword);
        return IpAddress.parse(word)
                .orElseThrow(
                        () ->
                                new InvalidArgumentException(
                                        keyword + " " + word + " is not an IP address"));
    }

    /** The address of a family, such as the end of a tunnel. */
    IpAddress address(String keyword, IpAddress.Family family) throws InvalidArgumentException {
        IpAddress address = address(keyword);
        if (address.family() != family) {
            throw new InvalidArgumentException(
                    keyword + " " + address + " is not an " + family.label() + " address");
        }
        return address;
    }

    /** Whether a word means every address, of a family that other words tell. */
    static boolean isEverywhere(String word) {
        return EVERYWHERE.contains(word);
    }

    /** The network after a keyword; empty when it is everywhere. */
    Optional<IpPrefix> network(String keyword) throws InvalidArgumentException {
        String word = take("the network of " + keyword);
        return isEverywhere(word) ? Optional.empty() : Optional.of(network(keyword, word));
    }

    /** A network; host bits are cut off with a remark. */
    IpPrefix network(String keyword, String word) throws InvalidArgumentException {
        IpPrefix prefix;
        try {
            prefix = IpPrefix.of(word);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(keyword + ": " + e.getMessage());
        }
        if (!prefix.equals(prefix.network())) {
            remark(word + " has bits behind its prefix length and becomes " + prefix.network());
        }
        return prefix.network();
    }
}
