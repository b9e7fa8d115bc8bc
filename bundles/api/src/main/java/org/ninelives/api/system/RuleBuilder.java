package org.ninelives.api.system;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

/** Puts a {@link Rule} together; what is not said does not matter to the rule. */
public final class RuleBuilder {

    private final IpAddress.Family family;
    private final long preference;
    private final RuleAction action;
    private boolean inverted;
    private Optional<IpPrefix> from = Optional.empty();
    private Optional<IpPrefix> to = Optional.empty();
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

    private RuleBuilder(IpAddress.Family family, long preference, RuleAction action) {
        this.family = family;
        this.preference = preference;
        this.action = action;
    }

    /** A rule for all packets of a family. */
    public static RuleBuilder of(IpAddress.Family family, long preference, RuleAction action) {
        return new RuleBuilder(family, preference, action);
    }

    /** The rule selects what does not match. */
    public RuleBuilder inverted() {
        inverted = true;
        return this;
    }

    public RuleBuilder from(IpPrefix newFrom) {
        from = Optional.of(newFrom);
        return this;
    }

    public RuleBuilder to(IpPrefix newTo) {
        to = Optional.of(newTo);
        return this;
    }

    public RuleBuilder tos(int newTos) {
        tos = newTos;
        return this;
    }

    public RuleBuilder mark(FirewallMark newMark) {
        mark = Optional.of(newMark);
        return this;
    }

    public RuleBuilder inputDevice(InterfaceName device) {
        inputDevice = Optional.of(device);
        return this;
    }

    public RuleBuilder outputDevice(InterfaceName device) {
        outputDevice = Optional.of(device);
        return this;
    }

    public RuleBuilder tunnelId(long newTunnelId) {
        tunnelId = OptionalLong.of(newTunnelId);
        return this;
    }

    public RuleBuilder users(UserRange newUsers) {
        users = Optional.of(newUsers);
        return this;
    }

    public RuleBuilder ipProtocol(int newIpProtocol) {
        ipProtocol = OptionalInt.of(newIpProtocol);
        return this;
    }

    public RuleBuilder sourcePorts(PortRange ports) {
        sourcePorts = Optional.of(ports);
        return this;
    }

    public RuleBuilder destinationPorts(PortRange ports) {
        destinationPorts = Optional.of(ports);
        return this;
    }

    public RuleBuilder protocol(int newProtocol) {
        protocol = newProtocol;
        return this;
    }

    /**
     * The rule.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    public Rule build() {
        return new Rule(
                family,
                preference,
                inverted,
                from,
                to,
                tos,
                mark,
                inputDevice,
                outputDevice,
                tunnelId,
                users,
                ipProtocol,
                sourcePorts,
                destinationPorts,
                action,
                protocol);
    }
}
