package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.FirewallMark;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.UserRange;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;

/** Reads one rule from a message. */
final class RuleReader {

    /** How the kernel says that nothing is suppressed. */
    private static final int NOTHING = -1;

    private final ByteBuffer header;
    private final IpAddress.Family family;
    private long preference;
    private int protocol;
    private Optional<IpPrefix> from = Optional.empty();
    private Optional<IpPrefix> to = Optional.empty();
    private OptionalLong mark = OptionalLong.empty();
    private long mask;
    private Optional<InterfaceName> inputDevice = Optional.empty();
    private Optional<InterfaceName> outputDevice = Optional.empty();
    private OptionalLong tunnelId = OptionalLong.empty();
    private Optional<UserRange> users = Optional.empty();
    private OptionalInt ipProtocol = OptionalInt.empty();
    private Optional<PortRange> sourcePorts = Optional.empty();
    private Optional<PortRange> destinationPorts = Optional.empty();
    private OptionalLong table = OptionalLong.empty();
    private boolean l3mdev;
    private long target;
    private Realms realms = Realms.NONE;
    private OptionalInt suppressedLength = OptionalInt.empty();
    private OptionalInt suppressedGroup = OptionalInt.empty();

    private RuleReader(ByteBuffer header, IpAddress.Family family) {
        this.header = header;
        this.family = family;
    }

    /**
     * The rule in an RTM_NEWRULE message; empty for other families, and for rules that nobody can
     * ask for here.
     */
    static Optional<Rule> read(NetlinkReader message) throws NetlinkFormatException {
        AttributeReader attributes = message.attributes(RuleNumbers.FIB_RULE_HDR);
        ByteBuffer header = message.body();
        Optional<IpAddress.Family> family = AddressFamily.of(header.get(0));
        if (family.isEmpty()) {
            return Optional.empty();
        }
        RuleReader reader = new RuleReader(header, family.get());
        try {
            while (attributes.next()) {
                reader.take(attributes);
            }
            return reader.rule();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // A value that our rules cannot have.
        }
    }

    private void take(AttributeReader attribute) throws NetlinkFormatException {
        switch (attribute.type()) {
            case RuleNumbers.FRA_PRIORITY -> preference = unsigned(attribute);
            case RuleNumbers.FRA_PROTOCOL -> protocol = attribute.asByte();
            case RuleNumbers.FRA_SRC -> from = Optional.of(prefix(attribute, 2));
            case RuleNumbers.FRA_DST -> to = Optional.of(prefix(attribute, 1));
            case RuleNumbers.FRA_FWMARK -> mark = OptionalLong.of(unsigned(attribute));
            case RuleNumbers.FRA_FWMASK -> mask = unsigned(attribute);
            case RuleNumbers.FRA_IIFNAME -> inputDevice = name(attribute);
            case RuleNumbers.FRA_OIFNAME -> outputDevice = name(attribute);
            case RuleNumbers.FRA_TUN_ID -> tunnelId = OptionalLong.of(tunnelId(attribute));
            case RuleNumbers.FRA_UID_RANGE -> users = Optional.of(users(attribute));
            case RuleNumbers.FRA_IP_PROTO -> ipProtocol = OptionalInt.of(attribute.asByte());
            case RuleNumbers.FRA_SPORT_RANGE -> sourcePorts = Optional.of(ports(attribute));
            case RuleNumbers.FRA_DPORT_RANGE -> destinationPorts = Optional.of(ports(attribute));
            case RuleNumbers.FRA_TABLE -> table = OptionalLong.of(unsigned(attribute));
            case RuleNumbers.FRA_L3MDEV -> l3mdev = attribute.asByte() != 0;
            case RuleNumbers.FRA_GOTO -> target = unsigned(attribute);
            case RuleNumbers.FRA_FLOW -> realms = realms(attribute.asInt());
            case RuleNumbers.FRA_SUPPRESS_PREFIXLEN ->
                    suppressedLength = suppressed(attribute.asInt());
            case RuleNumbers.FRA_SUPPRESS_IFGROUP ->
                    suppressedGroup = suppressed(attribute.asInt());
            default -> {} // What the kernel adds, and what our rules do not say.
        }
    }

    private Optional<Rule> rule() {
        Optional<RuleAction> action = action();
        if (action.isEmpty()) {
            return Optional.empty();
        }
        // A mark of 0 that is told is one that is compared, as the mask is told with it.
        Optional<FirewallMark> firewallMark =
                mask == 0 && mark.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FirewallMark(mark.orElse(0), mask));
        RuleBuilder rule = RuleBuilder.of(family, preference, action.get()).protocol(protocol);
        rule.tos(Byte.toUnsignedInt(header.get(3)));
        if ((header.getInt(8) & RuleNumbers.FIB_RULE_INVERT) != 0) {
            rule.inverted();
        }
        from.ifPresent(rule::from);
        to.ifPresent(rule::to);
        firewallMark.ifPresent(rule::mark);
        inputDevice.ifPresent(rule::inputDevice);
        outputDevice.ifPresent(rule::outputDevice);
        tunnelId.ifPresent(rule::tunnelId);
        users.ifPresent(rule::users);
        ipProtocol.ifPresent(rule::ipProtocol);
        sourcePorts.ifPresent(rule::sourcePorts);
        destinationPorts.ifPresent(rule::destinationPorts);
        return Optional.of(rule.build());
    }

    private Optional<RuleAction> action() {
        return switch (Byte.toUnsignedInt(header.get(7))) {
            case RuleNumbers.FR_ACT_TO_TBL -> Optional.of(lookup());
            case RuleNumbers.FR_ACT_GOTO -> Optional.of(new RuleAction.Goto(target));
            case RuleNumbers.FR_ACT_NOP -> Optional.of(new RuleAction.Nop());
            case RuleNumbers.FR_ACT_BLACKHOLE -> Optional.of(new RuleAction.Blackhole());
            case RuleNumbers.FR_ACT_UNREACHABLE -> Optional.of(new RuleAction.Unreachable());
            case RuleNumbers.FR_ACT_PROHIBIT -> Optional.of(new RuleAction.Prohibit());
            default -> Optional.empty();
        };
    }

    private RuleAction lookup() {
        return new RuleAction.Lookup(
                l3mdev ? OptionalLong.empty() : table,
                new RuleAction.Suppress(suppressedLength, suppressedGroup),
                realms);
    }

    private IpPrefix prefix(AttributeReader attribute, int lengthAt) throws NetlinkFormatException {
        return new IpPrefix(
                AddressFamily.read(attribute, family), Byte.toUnsignedInt(header.get(lengthAt)));
    }

    private static Optional<InterfaceName> name(AttributeReader attribute) {
        return Optional.of(new InterfaceName(attribute.asText()));
    }

    /** In network order, other than the rest. */
    private static long tunnelId(AttributeReader attribute) throws NetlinkFormatException {
        attribute.asLong(); // Long enough.
        return attribute.value().order(ByteOrder.BIG_ENDIAN).getLong();
    }

    private static UserRange users(AttributeReader attribute) throws NetlinkFormatException {
        attribute.asLong(); // Long enough.
        ByteBuffer value = attribute.value();
        return new UserRange(
                Integer.toUnsignedLong(value.getInt()), Integer.toUnsignedLong(value.getInt()));
    }

    private static PortRange ports(AttributeReader attribute) throws NetlinkFormatException {
        attribute.asInt(); // Long enough.
        ByteBuffer value = attribute.value();
        return new PortRange(
                Short.toUnsignedInt(value.getShort()), Short.toUnsignedInt(value.getShort()));
    }

    private static Realms realms(int bits) {
        return new Realms(bits >>> Short.SIZE, bits & 0xffff);
    }

    private static OptionalInt suppressed(int value) {
        return value == NOTHING ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static long unsigned(AttributeReader attribute) throws NetlinkFormatException {
        return Integer.toUnsignedLong(attribute.asInt());
    }
}
