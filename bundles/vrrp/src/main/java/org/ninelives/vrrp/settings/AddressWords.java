package org.ninelives.vrrp.settings;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Reads the words of one ADDR-ENTRY. */
final class AddressWords {

    /** What an address is for. */
    enum Use {
        VIRTUAL,
        STATIC
    }

    /** IFNAMSIZ of linux/if.h less the terminating zero: a label lives in a field of that size. */
    private static final int LABEL_LENGTH_MAX = 15;

    private static final int SCOPE_LINK = 253;

    /** The names of /etc/iproute2/rt_scopes. */
    private static final Map<String, Integer> SCOPES =
            Map.of("global", 0, "site", 200, "link", SCOPE_LINK, "host", 254, "nowhere", 255);

    private final Arguments arguments;
    private final Use use;
    private final boolean ipv4;
    private IpPrefix prefix;
    private Optional<InterfaceName> device = Optional.empty();
    private int scope;
    private Optional<IpAddress> broadcast = Optional.empty();
    private Optional<String> label = Optional.empty();
    private Optional<IpAddress> peer = Optional.empty();
    private final Set<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
    private Optional<Long> preferredSeconds = Optional.empty();
    private boolean tracked = true;
    private boolean onVirtualInterface;
    private Optional<String> trackGroup = Optional.empty();

    private AddressWords(Arguments arguments, Use use) throws InvalidArgumentException {
        this.arguments = arguments;
        this.use = use;
        this.prefix = CommonTypes.checked(arguments.take("an address"), IpPrefix::of);
        this.ipv4 = prefix.address().family() == IpAddress.Family.IPV4;
        if (!ipv4) {
            scope = prefix.address().isLinkLocal() ? SCOPE_LINK : 0;
            flags.add(AddressFlag.NO_DAD);
        }
    }

    /** Takes the words as far as they belong to an address. */
    static AddressLine read(Arguments arguments, Use use) throws InvalidArgumentException {
        AddressWords words = new AddressWords(arguments, use);
        boolean more = true;
        while (more && arguments.hasNext()) {
            more = words.takeNext();
        }
        return words.line();
    }

    private AddressLine line() {
        return new AddressLine(
                new VirtualAddress(
                        prefix,
                        device,
                        scope,
                        broadcast,
                        label,
                        new AddressOptions(
                                peer,
                                flags,
                                preferredSeconds.orElse(preferredDefault()),
                                tracked,
                                onVirtualInterface)),
                trackGroup);
    }

    private long preferredDefault() {
        return use == Use.VIRTUAL
                ? AddressOptions.preferredDefault(prefix)
                : AddressOptions.FOREVER;
    }

    /** Reads one word and what belongs to it; answers whether it belongs to an address. */
    private boolean takeNext() throws InvalidArgumentException {
        switch (arguments.peek().orElseThrow()) {
            case "dev" -> device = Optional.of(interfaceName(argument("an interface name")));
            case "brd", "broadcast" -> takeBroadcast();
            case "scope" -> takeScope();
            case "label" -> takeLabel();
            case "peer" -> takePeer();
            case "home" -> takeFlag(AddressFlag.HOME, true);
            case "mngtmpaddr" -> takeFlag(AddressFlag.MANAGE_TEMPORARY, true);
            case "noprefixroute" -> takeFlag(AddressFlag.NO_PREFIX_ROUTE, false);
            case "autojoin" -> takeFlag(AddressFlag.AUTOJOIN, false);
            case "-nodad" -> {
                word();
                flags.remove(AddressFlag.NO_DAD);
                if (ipv4) {
                    meansNothing("-nodad");
                }
            }
            case "no_track" -> {
                word();
                tracked = false;
            }
            case "preferred_lft" -> takePreferred();
            case "use_vmac" -> {
                word();
                onVirtualInterface = use == Use.VIRTUAL;
                if (!onVirtualInterface) {
                    arguments.remark("use_vmac means nothing for a static address; ignored");
                }
            }
            case "track_group" -> {
                String group = argument("the name of a track_group");
                if (use == Use.STATIC) {
                    trackGroup = Optional.of(group);
                } else {
                    arguments.remark("track_group is for static addresses; ignored");
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private String word() throws InvalidArgumentException {
        return arguments.take("a word");
    }

    /** Takes the word that was looked at, and what follows it. */
    private String argument(String what) throws InvalidArgumentException {
        word();
        return arguments.take(what);
    }

    private void meansNothing(String words) {
        arguments.remark(words + " means nothing for " + (ipv4 ? "IPv4" : "IPv6") + "; ignored");
    }

    private static InterfaceName interfaceName(String name) throws InvalidArgumentException {
        return CommonTypes.checked(name, InterfaceName::new);
    }

    private void takeFlag(AddressFlag flag, boolean ipv6Only) throws InvalidArgumentException {
        String word = word();
        if (ipv6Only && ipv4) {
            meansNothing(word);
        } else {
            flags.add(flag);
        }
    }

    private void takeScope() throws InvalidArgumentException {
        String written = argument("a scope");
        if (ipv4) {
            scope = scope(written);
        } else {
            meansNothing("scope " + written);
        }
    }

    private void takeLabel() throws InvalidArgumentException {
        String written = argument("a label");
        if (written.length() > LABEL_LENGTH_MAX) {
            throw new InvalidArgumentException(
                    "label '" + written + "' is longer than " + LABEL_LENGTH_MAX + " characters");
        }
        if (ipv4) {
            label = Optional.of(written);
        } else {
            meansNothing("label " + written);
        }
    }

    private void takePeer() throws InvalidArgumentException {
        String written = argument("the address of the peer");
        IpPrefix other = CommonTypes.checked(written, IpPrefix::of);
        if (other.address().family() != prefix.address().family()) {
            throw new InvalidArgumentException(
                    "peer " + written + " is not of the family of " + prefix.address());
        }
        peer = Optional.of(other.address());
        if (written.contains("/")) {
            // The network of such a link is the peer's.
            prefix = new IpPrefix(prefix.address(), other.length());
        }
    }

    private void takePreferred() throws InvalidArgumentException {
        String written = argument("seconds or forever");
        if (written.equals("forever")) {
            preferredSeconds = Optional.of(AddressOptions.FOREVER);
        } else if (written.matches("\\d{1,10}")
                && Long.parseLong(written) < AddressOptions.FOREVER) {
            preferredSeconds = Optional.of(Long.parseLong(written));
        } else {
            throw new InvalidArgumentException(
                    "preferred_lft "
                            + written
                            + " is neither forever nor in 0.."
                            + (AddressOptions.FOREVER - 1));
        }
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

    private void takeBroadcast() throws InvalidArgumentException {
        String written = argument("a broadcast address");
        if (!ipv4) {
            meansNothing("brd " + written);
            return;
        }
        int hostBits = prefix.length() == 32 ? 0 : -1 >>> prefix.length();
        int bits = prefix.address().ipv4Bits();
        broadcast =
                Optional.of(
                        switch (written) {
                            case "+" -> IpAddress.ofIpv4(bits | hostBits);
                            case "-" -> IpAddress.ofIpv4(bits & ~hostBits);
                            default -> broadcastAddress(written);
                        });
    }

    private static IpAddress broadcastAddress(String written) throws InvalidArgumentException {
        IpAddress given =
                IpAddress.parse(written)
                        .orElseThrow(
                                () ->
                                        new InvalidArgumentException(
                                                "brd " + written + " is not an address, + or -"));
        if (given.family() != IpAddress.Family.IPV4) {
            throw new InvalidArgumentException("brd " + written + " is not an IPv4 address");
        }
        return given;
    }
}
