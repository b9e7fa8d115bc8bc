package org.ninelives.lvs.settings;

import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.config.grammar.Keyword;

/** Reads the lines of a {@code virtual_server_group}. */
final class GroupEntryType implements EntryType<GroupEntry> {

    private static final String LAST_DECIMAL = "[0-9]{1,3}";
    private static final String LAST_HEXADECIMAL = "[0-9a-fA-F]{1,4}";

    private static final BlockGrammar LISTING =
            BlockGrammar.of(
                    line("(address entry)", "IP [PORT]"),
                    line("(range entry)", "IP-N [PORT] or IP-IP [PORT]"),
                    line("(network entry)", "NET/PREFIX [PORT]"),
                    line("fwmark", "fwmark N [inet|inet6]"));

    private static Keyword<String> line(String name, String words) {
        return Keyword.value(name, ArgumentTypes.word(words), "", words);
    }

    @Override
    public BlockGrammar grammar() {
        return LISTING;
    }

    @Override
    public GroupEntry parse(Arguments arguments) throws InvalidArgumentException {
        String first = arguments.take("an address or fwmark");
        if (first.equals("fwmark")) {
            long mark = BalancingTypes.mark(arguments);
            return new GroupEntry.Mark(
                    arguments.hasNext()
                            ? BalancingTypes.family().parse(arguments)
                            : IpAddress.Family.IPV4,
                    mark);
        }
        if (first.indexOf('/') >= 0) {
            return network(first, arguments);
        }
        int dash = first.indexOf('-');
        if (dash < 0) {
            return addresses(BalancingTypes.address(first), 1, arguments);
        }
        IpAddress start = BalancingTypes.address(first.substring(0, dash));
        return addresses(start, count(start, first.substring(dash + 1)), arguments);
    }

    private static GroupEntry network(String text, Arguments arguments)
            throws InvalidArgumentException {
        IpPrefix prefix;
        try {
            prefix = IpPrefix.of(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
        if (!prefix.equals(prefix.network())) {
            throw new InvalidArgumentException(
                    text + " is not a network; the one it is in is " + prefix.network());
        }
        int hostBits = prefix.address().family().bits() - prefix.length();
        if (hostBits > Long.numberOfTrailingZeros(GroupEntry.ADDRESSES_MAX)) {
            throw tooMany(text);
        }
        return addresses(prefix.address(), 1L << hostBits, arguments);
    }

    private static GroupEntry addresses(IpAddress first, long count, Arguments arguments)
            throws InvalidArgumentException {
        return new GroupEntry.Addresses(first, count, BalancingTypes.port(arguments).orElse(0));
    }

    /** How many addresses lead to an end that is an address, or the last part of one. */
    private static long count(IpAddress start, String end) throws InvalidArgumentException {
        boolean ipv4 = start.family() == IpAddress.Family.IPV4;
        IpAddress last;
        if (ipv4 && end.matches(LAST_DECIMAL)) {
            last = withLast(start, 0xff, Integer.parseInt(end));
        } else if (!ipv4 && end.matches(LAST_HEXADECIMAL)) {
            last = withLast(start, 0xffff, Integer.parseInt(end, 16));
        } else {
            last = BalancingTypes.address(end);
        }
        if (last.family() != start.family() || last.compareTo(start) < 0) {
            throw new InvalidArgumentException(
                    "the range from " + start + " to " + end + " ends before it begins");
        }
        long further = last.low() - start.low();
        if (last.high() != start.high()
                || Long.compareUnsigned(further, GroupEntry.ADDRESSES_MAX) >= 0) {
            throw tooMany(start + "-" + end);
        }
        return further + 1;
    }

    private static IpAddress withLast(IpAddress start, int mask, int part)
            throws InvalidArgumentException {
        if (part > mask) {
            throw new InvalidArgumentException(part + " is not in 0.." + mask);
        }
        return new IpAddress(start.family(), start.high(), (start.low() & ~(long) mask) | part);
    }

    private static InvalidArgumentException tooMany(String text) {
        return new InvalidArgumentException(
                text + " has more than " + GroupEntry.ADDRESSES_MAX + " addresses");
    }

    @Override
    public String allowed() {
        return "IP[-END] [PORT] | NET/PREFIX [PORT] | fwmark N [inet|inet6]";
    }
}
