package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkReport;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.vrrp.core.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A virtual interface of one virtual router, there as long as the interface below is, whoever
 * removes it.
 */
final class VirtualPort implements Holder {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualPort.class);

    /** The length of the network every link-local IPv6 address is in, RFC 4291 section 2.5.6. */
    private static final int LINK_LOCAL_LENGTH = 64;

    private static final int SCOPE_LINK = 253;

    private final String instance;
    private final VirtualLinkRequest request;
    private final Optional<IpPrefix> address;
    private final Node node;
    private Optional<VirtualLink> made = Optional.empty();
    private Holdings held = Holdings.NONE;

    /** The kernel has told of it, so from then on its absence means that it is gone. */
    private boolean seen;

    /**
     * A port that does not exist yet.
     *
     * @param address what it needs besides the virtual addresses
     */
    VirtualPort(
            String instance, VirtualLinkRequest request, Optional<IpPrefix> address, Node node) {
        this.instance = instance;
        this.request = request;
        this.address = address;
        this.node = node;
    }

    /** Whether this is what is asked for. */
    boolean is(VirtualLinkRequest wanted, Optional<IpPrefix> wantedAddress) {
        return request.equals(wanted) && address.equals(wantedAddress);
    }

    /** The interface as it is now; empty while there is none. */
    Optional<Link> link() {
        return made.map(own -> node.links().find(own.link().index()).orElseGet(own::link));
    }

    boolean needs(InterfaceName name) {
        return request.parent().equals(name);
    }

    boolean isOn(int linkIndex) {
        return made.filter(own -> own.link().index() == linkIndex).isPresent();
    }

    /** Makes the interface if it is not there and can be. Answers what is wrong. */
    Optional<Fault> look() {
        Optional<Link> base = node.links().find(request.parent());
        if (made.isPresent() && isGone(base)) {
            remove();
        }
        if (made.isPresent()) {
            hold();
        }
        if (made.isPresent() || base.isEmpty()) {
            return Optional.empty();
        }
        try {
            VirtualLink own = node.virtualLinks().create(request);
            made = Optional.of(own);
            own.problems().forEach(this::warn);
            node.estate().filter().relay(relay(own));
            hold();
            report(node.virtualLinks().check(own, false));
            return Optional.empty();
        } catch (SystemException e) {
            return Optional.of(new Fault(Fault.Kind.SYSTEM, e.getMessage()));
        }
    }

    /** Its own addresses, which depend on those of the interface below. */
    private void hold() {
        Holdings wanted = made.map(this::holdings).orElse(Holdings.NONE);
        if (!wanted.equals(held)) {
            held = wanted;
            node.estate().hold(this, wanted);
        }
    }

    private boolean isGone(Optional<Link> base) {
        VirtualLink own = made.orElseThrow();
        boolean there = node.links().find(own.link().index()).isPresent();
        seen |= there;
        boolean sameBase = base.filter(on -> on.index() == own.parent().index()).isPresent();
        return (seen && !there) || !sameBase;
    }

    private FirewallState.Relay relay(VirtualLink own) {
        return new FirewallState.Relay(family(), own.link().index(), own.parent().index());
    }

    private IpAddress.Family family() {
        return request.ipv6() ? IpAddress.Family.IPV6 : IpAddress.Family.IPV4;
    }

    /**
     * An IPv6 host needs a link-local address to ask for neighbours: that of the interface below.
     */
    private Holdings holdings(VirtualLink own) {
        Optional<IpPrefix> linkLocal =
                request.ipv6()
                        ? node.sources()
                                .find(own.parent().index(), IpAddress.Family.IPV6)
                                .map(source -> new IpPrefix(source, LINK_LOCAL_LENGTH))
                        : Optional.empty();
        List<InterfaceAddress> addresses =
                linkLocal.or(() -> address).stream()
                        .map(prefix -> onInterface(own.link(), prefix))
                        .toList();
        return new Holdings(addresses, List.of(), List.of(), Set.of());
    }

    private static InterfaceAddress onInterface(Link link, IpPrefix prefix) {
        boolean ipv6 = prefix.address().family() == IpAddress.Family.IPV6;
        return new InterfaceAddress(
                link.index(),
                prefix,
                Optional.empty(),
                prefix.address().isLinkLocal() ? SCOPE_LINK : 0,
                Optional.empty(),
                Optional.empty(),
                InterfaceAddress.FOREVER,
                ipv6 ? Set.of(AddressFlag.NO_DAD) : Set.of(),
                InterfaceAddress.PROTOCOL_OURS);
    }

    /** Looks whether addresses on it will be answered for, now that it has some. */
    void checkAsMaster() {
        made.ifPresent(own -> report(node.virtualLinks().check(own, true)));
    }

    private void report(VirtualLinkReport report) {
        report.problems().forEach(this::warn);
        String message = "({}) {}";
        report.working().forEach(line -> node.log().add(() -> LOG.debug(message, instance, line)));
    }

    private void warn(String problem) {
        node.log().add(() -> LOG.warn("({}) {}", instance, problem));
    }

    /** Takes the interface away, together with others at the end of the turn. */
    void remove() {
        made.ifPresent(
                own -> {
                    node.estate().filter().endRelay(relay(own));
                    node.estate().hold(this, Holdings.NONE);
                    held = Holdings.NONE;
                    node.removeLater(own);
                });
        made = Optional.empty();
        seen = false;
    }

    @Override
    public void held() {}

    @Override
    public void addressRefused(InterfaceAddress refused, SystemException cause) {
        warn(cause.getMessage());
    }

    @Override
    public void routingRefused(SystemException cause) {
        warn(cause.getMessage());
    }

    @Override
    public void accepted(String words) {
        node.log().add(() -> LOG.info("({}) {} is set now", instance, words));
    }

    @Override
    public void lost(Object thing, String words) {
        held = Holdings.NONE;
        hold();
    }
}
