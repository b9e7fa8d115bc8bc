package org.ninelives.vrrp.settings;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.FirewallMark;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.UserRange;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Reads one rule, whose words come in any order; used once. */
final class RuleEntryParser {

    private static final long INT_MAX = 0xffff_ffffL;
    private static final long BYTE_MAX = 0xff;
    private static final long PORT_MAX = 65_534;

    private final RoutingWords words;
    private final RuleEntryPreferences preferences;
    private final boolean isStatic;
    private final RuleEntryAction action;
    private Optional<IpAddress.Family> family = Optional.empty();
    private Optional<IpPrefix> from = Optional.empty();
    private Optional<IpPrefix> to = Optional.empty();
    private boolean inverted;
    private OptionalLong preference = OptionalLong.empty();
    private int tos;
    private Optional<FirewallMark> mark = Optional.empty();
    private Optional<InterfaceName> inputDevice = Optional.empty();
    private Optional<InterfaceName> outputDevice = Optional.empty();
    private OptionalLong tunnelId = OptionalLong.empty();
    private Optional<UserRange> users = Optional.empty();
    private OptionalInt ipProtocol = OptionalInt.empty();
    private Optional<PortRange> sourcePorts = Optional.empty();
    private Optional<PortRange> destinationPorts = Optional.empty();
    private int protocol = Route.PROTOCOL_OURS;
    private boolean noTrack;
    private Optional<String> trackGroup = Optional.empty();

    RuleEntryParser(RoutingWords words, RuleEntryPreferences preferences, boolean isStatic) {
        this.words = words;
        this.preferences = preferences;
        this.isStatic = isStatic;
        action = new RuleEntryAction(words);
    }

    VirtualRule parse() throws InvalidArgumentException {
        try {
            while (words.hasNext()) {
                takeWord(words.take("a word"));
            }
            return build();
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    private void takeWord(String word) throws InvalidArgumentException {
        if (action.take(word)) {
            return;
        }
        switch (word) {
            case "inet" -> tellFamily(IpAddress.Family.IPV4, word);
            case "inet6" -> tellFamily(IpAddress.Family.IPV6, word);
            case "from" -> from = network(word);
            case "to" -> to = network(word);
            case "not" -> inverted = true;
            case "preference", "order", "priority" ->
                    preference = OptionalLong.of(words.number(word, 1, INT_MAX));
            case "tos", "dsfield" ->
                    tos = (int) words.named(word, RoutingNames.Kind.DSFIELD, 0, BYTE_MAX);
            case "fwmark" -> mark = Optional.of(mark(words.take("the mark of fwmark")));
            case "dev", "iif" -> inputDevice = Optional.of(words.interfaceName(word));
            case "oif" -> outputDevice = Optional.of(words.interfaceName(word));
            case "tunnel-id", "tun_id" ->
                    tunnelId = OptionalLong.of(words.number(word, 0, Long.MAX_VALUE));
            case "uidrange" -> users = Optional.of(users(words.take("a range of users")));
            case "protocol" ->
                    protocol = (int) words.named(word, RoutingNames.Kind.PROTOCOL, 0, BYTE_MAX);
            case "ipproto", "ip_proto" ->
                    ipProtocol =
                            OptionalInt.of(
                                    (int)
                                            words.named(
                                                    word,
                                                    RoutingNames.Kind.IP_PROTOCOL,
                                                    1,
                                                    BYTE_MAX));
            case "sport" -> sourcePorts = Optional.of(ports(word));
            case "dport" -> destinationPorts = Optional.of(ports(word));
            case "no_track" -> noTrack = true;
            case "track_group" -> takeTrackGroup();
            default -> throw new InvalidArgumentException("'" + word + "' is not a word of rules");
        }
    }

    private void tellFamily(IpAddress.Family told, String by) throws InvalidArgumentException {
        if (family.filter(known -> known != told).isPresent()) {
            throw new InvalidArgumentException(
                    by + " is " + told.label() + " and words before it are not");
        }
        family = Optional.of(told);
    }

    private Optional<IpPrefix> network(String keyword) throws InvalidArgumentException {
        Optional<IpPrefix> network = words.network(keyword);
        if (network.isPresent()) {
            tellFamily(network.get().address().family(), keyword + " " + network.get());
        }
        return network;
    }

    private static FirewallMark mark(String word) throws InvalidArgumentException {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return FirewallMark.of(RoutingWords.number("fwmark", word, 0, INT_MAX));
        }
        return new FirewallMark(
                RoutingWords.number("fwmark", word.substring(0, slash), 0, INT_MAX),
                RoutingWords.number("mask of fwmark", word.substring(slash + 1), 0, INT_MAX));
    }

    private static UserRange users(String word) throws InvalidArgumentException {
        int dash = word.indexOf('-');
        if (dash < 0) {
            throw new InvalidArgumentException("uidrange " + word + " is not FIRST-LAST");
        }
        return new UserRange(
                RoutingWords.number("uidrange", word.substring(0, dash), 0, INT_MAX - 1),
                RoutingWords.number("uidrange", word.substring(dash + 1), 0, INT_MAX - 1));
    }

    /** One port, or a range. */
    private PortRange ports(String keyword) throws InvalidArgumentException {
        String word = words.take("the ports of " + keyword);
        int dash = word.indexOf('-');
        String first = dash < 0 ? word : word.substring(0, dash);
        return new PortRange(
                (int) RoutingWords.number(keyword, first, 1, PORT_MAX),
                (int) RoutingWords.number(keyword, word.substring(dash + 1), 1, PORT_MAX));
    }

    private void takeTrackGroup() throws InvalidArgumentException {
        String name = words.take("the name of the track_group");
        if (!isStatic) {
            throw new InvalidArgumentException("track_group is for static rules only");
        }
        if (trackGroup.isPresent()) {
            throw new InvalidArgumentException("track_group " + name + " is a second one");
        }
        trackGroup = Optional.of(name);
    }

    private VirtualRule build() throws InvalidArgumentException {
        if (action.hasRealms()) {
            tellFamily(IpAddress.Family.IPV4, "realms");
        }
        IpAddress.Family known = family.orElse(IpAddress.Family.IPV4);
        if (trackGroup.isPresent() && inputDevice.isEmpty()) {
            words.remark("track_group needs a rule with iif; ignored");
            trackGroup = Optional.empty();
        }
        RuleBuilder rule =
                RuleBuilder.of(known, preference(known), action.action())
                        .tos(tos)
                        .protocol(noTrack ? protocol : ourProtocol());
        if (inverted) {
            rule.inverted();
        }
        from.ifPresent(rule::from);
        to.ifPresent(rule::to);
        mark.ifPresent(rule::mark);
        inputDevice.ifPresent(rule::inputDevice);
        outputDevice.ifPresent(rule::outputDevice);
        tunnelId.ifPresent(rule::tunnelId);
        users.ifPresent(rule::users);
        ipProtocol.ifPresent(rule::ipProtocol);
        sourcePorts.ifPresent(rule::sourcePorts);
        destinationPorts.ifPresent(rule::destinationPorts);
        return new VirtualRule(rule.build(), noTrack, trackGroup);
    }

    private long preference(IpAddress.Family known) throws InvalidArgumentException {
        if (preference.isPresent()) {
            return preference.getAsLong();
        }
        if (action.isGoto()) {
            throw new InvalidArgumentException("goto needs a preference below its target");
        }
        long given = preferences.next(known);
        words.remark("has no preference and gets " + given + "; write the one it should have");
        return given;
    }

    private int ourProtocol() {
        if (protocol != Route.PROTOCOL_OURS) {
            words.remark(
                    "a tracked rule has protocol keepalived; write no_track to keep protocol "
                            + protocol);
        }
        return Route.PROTOCOL_OURS;
    }
}
