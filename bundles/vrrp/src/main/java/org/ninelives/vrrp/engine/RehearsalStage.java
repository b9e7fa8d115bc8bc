package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.FileWatch;
import org.ninelives.api.system.Firewall;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.NeighbourWatch;
import org.ninelives.api.system.NetlinkBuffers;
import org.ninelives.api.system.ProcessWatch;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RouteFailure;
import org.ninelives.api.system.RouteListener;
import org.ninelives.api.system.Routes;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.RuleFailure;
import org.ninelives.api.system.RuleListener;
import org.ninelives.api.system.Rules;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.api.system.UdpSocket;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkReport;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.api.system.VirtualLinks;

/** A machine with one interface on which everything succeeds and nothing happens. */
final class RehearsalStage implements Loop, Links {

    static final InterfaceName INTERFACE = new InterfaceName("rehearsal");
    static final IpPrefix VIRTUAL = IpPrefix.of("192.0.2.2/24");

    private static final IpAddress SOURCE = IpAddress.of("192.0.2.1");
    private static final Link LINK =
            new Link(1, INTERFACE, new MacAddress(1), 1500, true, true, true);

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private long nowNanos;
    private Optional<AdvertSocket.Receiver> receiver = Optional.empty();
    private ByteBuffer lastAdvert = NOTHING;

    void setNowNanos(long nanos) {
        nowNanos = nanos;
    }

    /** Lets the advert that was sent last, if any, come back. */
    void hearOwnAdvert() {
        if (lastAdvert.hasRemaining()) {
            hear(lastAdvert);
        }
    }

    void hear(ByteBuffer advert) {
        receiver.orElseThrow().received(nowNanos, advert, false);
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public void post(Runnable work) {}

    @Override
    public Links links() {
        return this;
    }

    @Override
    public void watch(LinkListener listener) {}

    @Override
    public Optional<Link> find(InterfaceName name) {
        return Optional.of(LINK);
    }

    @Override
    public Optional<Link> find(int linkIndex) {
        return Optional.of(LINK);
    }

    @Override
    public boolean forwardsIpv6(int linkIndex) {
        return false;
    }

    @Override
    public List<InterfaceAddress> addresses(int linkIndex) {
        return List.of(InterfaceAddress.of(linkIndex, IpPrefix.host(SOURCE)));
    }

    @Override
    public Addresses addresses() {
        return changes -> List.of();
    }

    @Override
    public Routes routes() {
        return new Routes() {
            @Override
            public List<RouteFailure> apply(List<RouteChange> changes) {
                return List.of();
            }

            @Override
            public void watch(RouteListener listener) {}

            @Override
            public List<Route> present(List<Route> routes) {
                return List.of();
            }
        };
    }

    @Override
    public Rules rules() {
        return new Rules() {
            @Override
            public List<RuleFailure> apply(List<RuleChange> changes) {
                return List.of();
            }

            @Override
            public void watch(RuleListener listener) {}

            @Override
            public List<Rule> present(List<Rule> rules) {
                return List.of();
            }
        };
    }

    @Override
    public AdvertSocket openAdvertSocket(
            AdvertSocket.Options options, AdvertSocket.Receiver hearing) {
        receiver = Optional.of(hearing);
        return new AdvertSocket() {
            @Override
            public void send(ByteBuffer packet, IpAddress destination) {
                lastAdvert = packet;
            }

            @Override
            public void setReceiveBuffer(OptionalInt bytes) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public FrameSocket openFrameSocket() {
        return new FrameSocket() {
            @Override
            public void send(int linkIndex, ByteBuffer frame) {}

            @Override
            public void close() {}
        };
    }

    @Override
    public NeighbourWatch openNeighbourWatch(
            Link link, IpAddress.Family family, NeighbourWatch.Receiver hearing) {
        return () -> {};
    }

    // The play asks for none of these.

    @Override
    public ProcessWatch openProcessWatch(ProcessWatch.Listener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileWatch openFileWatch(FileWatch.Listener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UdpSocket openUdpSocket(UdpSocket.Options options, UdpSocket.Receiver receiver) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EchoProbe echo() {
        return (question, outcome) -> {};
    }

    @Override
    public void setNetlinkBuffers(NetlinkBuffers buffers) {}

    @Override
    public VirtualLinks virtualLinks() {
        return new VirtualLinks() {
            // The play asks for none.
            @Override
            public VirtualLink create(VirtualLinkRequest request) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void remove(Collection<VirtualLink> links) {}

            @Override
            public List<InterfaceName> removeLeftovers() {
                return List.of();
            }

            @Override
            public VirtualLinkReport check(VirtualLink link, boolean transmit) {
                return new VirtualLinkReport(List.of(), List.of());
            }
        };
    }

    @Override
    public KernelSettings kernelSettings() {
        return new KernelSettings() {
            @Override
            public OptionalInt read(KernelSetting setting) {
                return OptionalInt.empty();
            }

            @Override
            public Hold hold(KernelSetting setting, int value) {
                return () -> {};
            }
        };
    }

    @Override
    public Firewall firewall() {
        return desired -> {};
    }

    @Override
    public void keepOnClose() {}

    @Override
    public void tune(ThreadSettings settings) {}

    @Override
    public void close() {}
}
