package org.ninelives.api.system;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

/**
 * A rule that chooses the routing table, as {@code ip rule} words it (linux/fib_rules.h). Made by
 * {@link RuleBuilder}.
 *
 * @param family of the packets
 * @param preference rules are tried from the lowest to the highest, 0..2^32-1
 * @param inverted packets are selected that do not match
 * @param from where they come from, without host bits; anywhere when empty
 * @param to where they go, without host bits; anywhere when empty
 * @param tos their type of service, 0..255; any when 0
 * @param mark their firewall mark
 * @param inputDevice the interface they came by; {@code lo} for those of this machine; it need not
 *     exist
 * @param outputDevice the interface their socket is bound to; it need not exist
 * @param tunnelId key of the tunnel they came by, 64 bits unsigned
 * @param users who sent them
 * @param ipProtocol their protocol, 1..255
 * @param sourcePorts their source port
 * @param destinationPorts their destination port
 * @param action what is done with them
 * @param protocol who made the rule, 0..255; {@link Route#PROTOCOL_OURS}, or another of
 *     /etc/iproute2/rt_protos
 */
public record Rule(
        IpAddress.Family family,
        long preference,
        boolean inverted,
        Optional<IpPrefix> from,
        Optional<IpPrefix> to,
        int tos,
        Optional<FirewallMark> mark,
        Optional<InterfaceName> inputDevice,
        Optional<InterfaceName> outputDevice,
        OptionalLong tunnelId,
        Optional<UserRange> users,
        OptionalInt ipProtocol,
        Optional<PortRange> sourcePorts,
        Optional<PortRange> destinationPorts,
        RuleAction action,
        int protocol) {

    public Rule {
        Unsigned.check("preference", preference, 0, Unsigned.INT_MAX);
        Unsigned.check("tos", tos, 0, Unsigned.BYTE_MAX);
        Unsigned.check("protocol", protocol, 0, Unsigned.BYTE_MAX);
        ipProtocol.ifPresent(number -> Unsigned.check("ipproto", number, 1, Unsigned.BYTE_MAX));
        from = from.filter(prefix -> prefix.length() != 0);
        to = to.filter(prefix -> prefix.length() != 0);
        check("from", from, family);
        check("to", to, family);
        if (action instanceof RuleAction.Goto goTo && goTo.target() <= preference) {
            throw new IllegalArgumentException(
                    "goto "
                            + goTo.target()
                            + " does not lead to a rule behind preference "
                            + preference);
        }
    }

    private static void check(String what, Optional<IpPrefix> prefix, IpAddress.Family family) {
        prefix.ifPresent(
                p -> {
                    if (p.address().family() != family) {
                        throw new IllegalArgumentException(
                                what + " " + p + " is not " + family.label());
                    }
                    if (!p.equals(p.network())) {
                        throw new IllegalArgumentException(
                                what
                                        + " "
                                        + p
                                        + " has bits behind its prefix length; write "
                                        + p.network());
                    }
                });
    }

    /** As logs name it: {@code 16384: from 10.0.0.0/8 lookup 100}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(preference).append(':');
        text.append(inverted ? " not from " : " from ").append(word(from));
        to.ifPresent(prefix -> text.append(" to ").append(prefix));
        mark.ifPresent(m -> text.append(" fwmark ").append(m.value()));
        inputDevice.ifPresent(name -> text.append(" iif ").append(name));
        outputDevice.ifPresent(name -> text.append(" oif ").append(name));
        text.append(' ').append(action.words());
        return text.toString();
    }

    private static String word(Optional<IpPrefix> prefix) {
        return prefix.map(IpPrefix::toString).orElse("all");
    }
}
