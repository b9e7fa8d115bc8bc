package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.config.grammar.Keyword;

/** One line of {@code virtual_ipaddress}: an address and words about it, in any order. */
final class AddressEntry implements EntryType<VirtualAddress> {

    /** IFNAMSIZ of linux/if.h less the terminating zero: a label lives in a field of that size. */
    private static final int LABEL_LENGTH_MAX = 15;

    private static final int SCOPE_LINK = 253;

    /** The names of /etc/iproute2/rt_scopes. */
    private static final Map<String, Integer> SCOPES =
            Map.of("global", 0, "site", 200, "link", SCOPE_LINK, "host", 254, "nowhere", 255);

    /** Words of later versions, with whether an argument follows. */
    private static final Map<String, Boolean> WITHOUT_EFFECT =
            Map.of(
                    "peer", true,
                    "home", false,
                    "-nodad", false,
                    "mngtmpaddr", false,
                    "noprefixroute", false,
                    "autojoin", false,
                    "no_track", false,
                    "preferred_lft", true,
                    "use_vmac", false);

    private static final Set<String> BROADCAST = Set.of("brd", "broadcast");

    @Override
    public String allowed() {
        return "IP[/PREFIX] [dev IFNAME] [brd IP|+|-] [scope SCOPE] [label TEXT]";
    }

    @Override
    public BlockGrammar grammar() {
        return BlockGrammar.named(
                "ADDR-ENTRY",
                List.of(
                        Keyword.value(
                                "(address)",
                                ArgumentTypes.word("IP[/PREFIX]"),
                                "",
                                "the address to own"),
                        Keyword.value(
                                "dev",
                                ArgumentTypes.word("IFNAME"),
                                "",
                                "the interface that holds it"),
                        Keyword.value(
                                "brd", ArgumentTypes.word("IP|+|-"), "", "its broadcast address"),
                        Keyword.value(
                                "broadcast", ArgumentTypes.word("IP|+|-"), "", "the same as brd"),
                        Keyword.value(
                                "scope", ArgumentTypes.word("SCOPE"), "", "its scope, IPv4 only"),
                        Keyword.value(
                                "label", ArgumentTypes.word("TEXT"), "", "its label, IPv4 only")));
    }

    @Override
    public VirtualAddress parse(Arguments arguments) throws InvalidArgumentException {
        IpPrefix prefix = prefix(arguments.take("an address"));
        boolean ipv4 = prefix.address().family() == IpAddress.Family.IPV4;
        Optional<InterfaceName> device = Optional.empty();
        Optional<IpAddress> broadcast = Optional.empty();
        Optional<String> label = Optional.empty();
        int scope = prefix.address().isLinkLocal() && !ipv4 ? SCOPE_LINK : 0;
        while (arguments.hasNext() && isEntryWord(arguments.peek().orElseThrow())) {
            String word = arguments.take("a word");
            if (word.equals("dev")) {
                device = Optional.of(interfaceName(arguments.take("an interface name")));
            } else if (BROADCAST.contains(word)) {
                broadcast = broadcast(arguments.take("a broadcast address"), prefix, arguments);
            } else if (word.equals("scope")) {
                scope =
                        ipv4
                                ? scope(arguments.take("a scope"))
                                : ignoredForIpv6(arguments, word, scope);
            } else if (word.equals("label")) {
                label = Optional.of(label(arguments.take("a label")));
            } else {
                arguments.remark("'" + word + "' is not in effect in this version; ignored");
                if (WITHOUT_EFFECT.get(word)) {
                    arguments.take("the argument of " + word);
                }
            }
        }
        return new VirtualAddress(
                prefix,
                device,
                scope,
                broadcast,
                ipv4 ? label : Optional.empty(),
                AddressOptions.DEFAULT);
    }

    private static boolean isEntryWord(String word) {
        return word.equals("dev")
                || word.equals("scope")
                || word.equals("label")
                || BROADCAST.contains(word)
                || WITHOUT_EFFECT.containsKey(word);
    }

    private static IpPrefix prefix(String word) throws InvalidArgumentException {
        try {
            return IpPrefix.of(word);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    private static InterfaceName interfaceName(String word) throws InvalidArgumentException {
        try {
            return new InterfaceName(word);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    private static String label(String word) throws InvalidArgumentException {
        if (word.length() > LABEL_LENGTH_MAX) {
            throw new InvalidArgumentException(
                    "label '" + word + "' is longer than " + LABEL_LENGTH_MAX + " characters");
        }
        return word;
    }

    private static int scope(String word) throws InvalidArgumentException {
        Integer named = SCOPES.get(word);
        if (named != null) {
            return named;
        }
        if (word.matches("\\d{1,3}") && Integer.parseInt(word) <= 255) {
            return Integer.parseInt(word);
        }
        throw new InvalidArgumentException(
                "scope "
                        + word
                        + " is none of site, link, host, nowhere, global and not in 0..255");
    }

    private static int ignoredForIpv6(Arguments arguments, String word, int value)
            throws InvalidArgumentException {
        arguments.remark(
                word + " " + arguments.take("a value") + " means nothing for IPv6; ignored");
        return value;
    }

    private static Optional<IpAddress> broadcast(String word, IpPrefix prefix, Arguments arguments)
            throws InvalidArgumentException {
        if (prefix.address().family() != IpAddress.Family.IPV4) {
            arguments.remark("brd " + word + " means nothing for IPv6; ignored");
            return Optional.empty();
        }
        int hostBits = prefix.length() == 32 ? 0 : -1 >>> prefix.length();
        int address = prefix.address().ipv4Bits();
        return switch (word) {
            case "+" -> Optional.of(IpAddress.ofIpv4(address | hostBits));
            case "-" -> Optional.of(IpAddress.ofIpv4(address & ~hostBits));
            default -> {
                IpAddress given =
                        IpAddress.parse(word)
                                .orElseThrow(
                                        () ->
                                                new InvalidArgumentException(
                                                        "brd "
                                                                + word
                                                                + " is not an address, + or -"));
                if (given.family() != IpAddress.Family.IPV4) {
                    throw new InvalidArgumentException("brd " + word + " is not an IPv4 address");
                }
                yield Optional.of(given);
            }
        };
    }
}
