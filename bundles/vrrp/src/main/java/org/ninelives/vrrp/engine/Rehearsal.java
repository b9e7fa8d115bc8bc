package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopStatistics;
import org.ninelives.api.system.NeighbourWatch;
import org.ninelives.api.system.NetlinkBuffers;
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
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.vrrp.core.Effect;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.settings.InstanceKey;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.ninelives.vrrp.wire.AdvertFormat;

/**
 * Plays a takeover once on a machine of nothing, so that what a takeover needs is loaded before one
 * depends on it: the first use of a class costs a JVM up to a millisecond.
 */
final class Rehearsal implements Loop, Links, Addresses {

    private static final IpAddress SOURCE = IpAddress.of("192.0.2.1");
    private static final IpPrefix VIRTUAL = IpPrefix.of("192.0.2.2/24");
    private static final IpAddress GROUP = IpAddress.of("224.0.0.18");
    private static final InterfaceName INTERFACE = new InterfaceName("rehearsal");
    private static final Link LINK =
            new Link(1, INTERFACE, new MacAddress(1), 1500, true, true, true);
    private static final long SECOND_NANOS = 1_000_000_000L;

    private long nowNanos;
    private Optional<AdvertSocket.Receiver> receiver = Optional.empty();
    private Optional<ByteBuffer> lastAdvert = Optional.empty();

    private Rehearsal() {}

    /**
     * From backup to master, hearing another one, and to the end.
     *
     * @return the state before the end: master, or the play has lost its purpose
     */
    static State run() throws SystemException {
        Rehearsal stage = new Rehearsal();
        VrrpEngine engine = new VrrpEngine(stage, new Nobody());
        engine.apply(new VrrpSettings(List.of(instance()), 0, false));
        for (int scene = 0; scene < 3; scene++) {
            stage.nowNanos = engine.deadlineNanos();
            engine.due(stage.nowNanos);
            engine.turnEnded(stage.nowNanos);
            stage.lastAdvert.ifPresent(
                    advert -> stage.receiver.orElseThrow().received(stage.nowNanos, advert, false));
        }
        State reached = engine.instances().getFirst().router().state();
        engine.stop();
        return reached;
    }

    private static InstanceSettings instance() {
        return new InstanceSettings(
                "rehearsal",
                new InstanceKey(INTERFACE, 1, Optional.of(GROUP), 0),
                RouterSettings.of(2, 100, SECOND_NANOS),
                AdvertFormat.multicast(2, 1, SECOND_NANOS, List.of(VIRTUAL.address())),
                Optional.empty(),
                List.of(),
                List.of(
                        new VirtualAddress(
                                VIRTUAL, Optional.empty(), 0, Optional.empty(), Optional.empty())),
                List.of(),
                OptionalInt.empty());
    }

    /** Hears of it and does nothing. */
    private static final class Nobody implements Listener {

        @Override
        public void added(String instance) {}

        @Override
        public void removed(String instance) {}

        @Override
        public void stateChanged(String instance, Effect.StateChanged change) {}
    }

    /** Takes every change. */
    private static final class NoRoutes implements Routes {

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
    }

    /** Takes every change. */
    private static final class NoRules implements Rules {

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
    }

    @Override
    public void post(Runnable work) {}

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public Links links() {
        return this;
    }

    @Override
    public Addresses addresses() {
        return this;
    }

    @Override
    public void tune(ThreadSettings settings) {}

    @Override
    public Routes routes() {
        return new NoRoutes();
    }

    @Override
    public Rules rules() {
        return new NoRules();
    }

    @Override
    public AdvertSocket openAdvertSocket(
            AdvertSocket.Options options, AdvertSocket.Receiver hearing) {
        receiver = Optional.of(hearing);
        return new AdvertSocket() {
            @Override
            public void send(ByteBuffer packet, IpAddress destination) {
                lastAdvert = Optional.of(packet);
            }

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

    @Override
    public EchoProbe echo() {
        return (question, outcome) -> {};
    }

    @Override
    public void setNetlinkBuffers(NetlinkBuffers buffers) {}

    @Override
    public LoopStatistics statistics() {
        return new LoopStatistics(0, 0, 0, 0);
    }

    @Override
    public void close() {}

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
    public List<AddressFailure> apply(List<AddressChange> changes) {
        return List.of();
    }
}
