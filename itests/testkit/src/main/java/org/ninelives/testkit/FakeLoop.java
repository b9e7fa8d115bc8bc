package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.FileWatch;
import org.ninelives.api.system.Firewall;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.NeighbourWatch;
import org.ninelives.api.system.NetlinkBuffers;
import org.ninelives.api.system.ProcessWatch;
import org.ninelives.api.system.Routes;
import org.ninelives.api.system.Rules;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.api.system.UdpSocket;
import org.ninelives.api.system.VirtualLinks;

/** A loop without a thread: the LAN lets it take its turns. */
final class FakeLoop implements Loop {

    private final FakeMachine machine;
    private final String name;
    private final LoopTask task;
    private final FakeLinks links;
    private final FakeAddresses addresses;
    private final FakeRoutes routes;
    private final FakeRules rules;
    private final FakeVirtualLinks virtualLinks;
    private final FakeKernelSettings kernelSettings;
    private final FakeFirewall firewall;
    private final FakeEcho echo;
    private final List<FakeAdvertSocket> sockets = new ArrayList<>();
    private final List<FakeUdpSocket> udpSockets = new ArrayList<>();
    private final List<FakeNeighbourWatch> watches = new ArrayList<>();
    private final List<Runnable> closings = new ArrayList<>();
    private final Queue<Runnable> arrived = new ArrayDeque<>();
    private final Queue<Runnable> failedSends = new ArrayDeque<>();
    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;
    private boolean keepsOnClose;
    private final AtomicLong turns = new AtomicLong();

    FakeLoop(FakeMachine machine, String name, LoopTask task) {
        this.machine = machine;
        this.name = name;
        this.task = task;
        links = new FakeLinks(machine);
        addresses = new FakeAddresses(machine, links);
        routes = new FakeRoutes(machine);
        rules = new FakeRules(machine);
        virtualLinks = new FakeVirtualLinks(machine);
        kernelSettings = new FakeKernelSettings(machine);
        firewall = new FakeFirewall(machine);
        echo = new FakeEcho(machine);
    }

    long deadlineNanos() {
        return Math.min(task.deadlineNanos(), echo.deadlineNanos());
    }

    boolean hasWork() {
        return turns.get() == 0
                || !arrived.isEmpty()
                || links.hasNews()
                || routes.hasNews()
                || rules.hasNews()
                || !posted.isEmpty()
                || !failedSends.isEmpty()
                || deadlineNanos() <= nowNanos();
    }

    void turn() {
        turns.incrementAndGet();
        runAll(arrived);
        while (links.hasNews()) {
            guard(links::tellNext);
        }
        while (routes.hasNews()) {
            guard(routes::tellNext);
        }
        while (rules.hasNews()) {
            guard(rules::tellNext);
        }
        while (echo.deadlineNanos() <= nowNanos()) {
            guard(echo.nextDue(nowNanos()));
        }
        if (!closed && task.deadlineNanos() <= nowNanos()) {
            guard(() -> task.due(nowNanos()));
        }
        runAll(posted);
        runAll(failedSends);
        if (!closed) {
            guard(() -> task.turnEnded(nowNanos()));
        }
        runAll(failedSends);
    }

    /** Runs what is there now; what this adds waits for the next turn. */
    private void runAll(Queue<Runnable> queue) {
        for (int left = queue.size(); left > 0; left--) {
            guard(queue.remove());
        }
    }

    private void guard(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            if (!machine.refusals().survivesFailures()) {
                throw e;
            }
        }
    }

    void arrive(Link link, IpAddress destination, ByteBuffer packet) {
        for (FakeAdvertSocket socket : sockets) {
            if (socket.hears(link, destination, packet)) {
                ByteBuffer copy = FakeAdvertSocket.copy(packet);
                arrived.add(() -> socket.receive(nowNanos(), copy));
            }
        }
    }

    void arrive(FakeDatagram datagram, int port) {
        for (FakeUdpSocket socket : udpSockets) {
            if (socket.hears(datagram, port)) {
                socket.arrive(datagram);
                arrived.add(socket::read);
            }
        }
    }

    void arriveFrame(Link link, ByteBuffer frame) {
        for (FakeNeighbourWatch watch : watches) {
            if (watch.hears(link.index(), frame)) {
                ByteBuffer copy = FakeAdvertSocket.copy(frame);
                arrived.add(() -> watch.hear(nowNanos(), copy));
            }
        }
    }

    void sendFailed(Runnable tell) {
        failedSends.add(tell);
    }

    void forget(FakeAdvertSocket socket) {
        sockets.remove(socket);
    }

    void forget(FakeUdpSocket socket) {
        udpSockets.remove(socket);
    }

    void forget(FakeNeighbourWatch watch) {
        watches.remove(watch);
    }

    @Override
    public void post(Runnable work) {
        if (!closed) {
            posted.add(work);
        }
    }

    @Override
    public long nowNanos() {
        return machine.nowNanos();
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Addresses addresses() {
        return addresses;
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public AdvertSocket openAdvertSocket(
            AdvertSocket.Options options, AdvertSocket.Receiver receiver) throws SystemException {
        machine.checkThread();
        machine.refusals().checkSocket("socket(AF_INET, SOCK_RAW, 112)");
        if (options.link().isPresent()) {
            Link link = options.link().get();
            if (machine.interfaces().find(link.index()).isEmpty()) {
                throw new SystemException("SO_BINDTODEVICE " + link.name(), "ENODEV", "");
            }
        }
        FakeAdvertSocket socket = new FakeAdvertSocket(machine, this, options, receiver);
        sockets.add(socket);
        return socket;
    }

    @Override
    public FrameSocket openFrameSocket() throws SystemException {
        machine.checkThread();
        machine.refusals().checkSocket("socket(AF_PACKET, SOCK_RAW, 0)");
        return new FakeFrameSocket(machine);
    }

    @Override
    public VirtualLinks virtualLinks() {
        return virtualLinks;
    }

    @Override
    public KernelSettings kernelSettings() {
        return kernelSettings;
    }

    @Override
    public Firewall firewall() {
        return firewall;
    }

    @Override
    public void keepOnClose() {
        machine.checkThread();
        keepsOnClose = true;
    }

    @Override
    public void tune(ThreadSettings settings) {
        machine.checkThread();
        machine.tuned(settings);
    }

    @Override
    public NeighbourWatch openNeighbourWatch(
            Link link, IpAddress.Family family, NeighbourWatch.Receiver receiver)
            throws SystemException {
        machine.checkThread();
        machine.refusals().checkSocket("socket(AF_PACKET, SOCK_RAW, 0)");
        if (machine.interfaces().find(link.index()).isEmpty()) {
            throw new SystemException("bind to " + link.name(), "ENODEV", "");
        }
        FakeNeighbourWatch watch = new FakeNeighbourWatch(this, link.index(), family, receiver);
        watches.add(watch);
        return watch;
    }

    @Override
    public ProcessWatch openProcessWatch(ProcessWatch.Listener listener) throws SystemException {
        machine.checkThread();
        machine.refusals().checkSocket("socket(AF_NETLINK, SOCK_RAW, NETLINK_CONNECTOR)");
        FakeProcessWatch watch = new FakeProcessWatch(machine, arrived, listener);
        closings.add(watch::close);
        return watch;
    }

    @Override
    public FileWatch openFileWatch(FileWatch.Listener listener) throws SystemException {
        machine.checkThread();
        machine.refusals().checkSocket("inotify_init1");
        FakeFileWatch watch = new FakeFileWatch(machine, arrived, listener);
        closings.add(watch::close);
        return watch;
    }

    @Override
    public UdpSocket openUdpSocket(UdpSocket.Options options, UdpSocket.Receiver receiver)
            throws SystemException {
        machine.checkThread();
        machine.refusals().checkSocket("socket(AF_INET, SOCK_DGRAM, 0)");
        FakeUdpSocket socket = new FakeUdpSocket(machine, this, options, receiver);
        udpSockets.add(socket);
        return socket;
    }

    /** Whether a socket of this loop has the port. */
    boolean hasPort(UdpSocket.Options options, int port) {
        return udpSockets.stream().anyMatch(socket -> socket.occupies(options, port));
    }

    @Override
    public EchoProbe echo() {
        return echo;
    }

    /** Nothing is ever lost here. */
    @Override
    public void setNetlinkBuffers(NetlinkBuffers buffers) {
        machine.checkThread();
    }

    @Override
    public void close() {
        closed = true;
        runAll(posted);
        if (!keepsOnClose) {
            virtualLinks.close();
            kernelSettings.close();
            firewall.close();
        }
        links.close();
        routes.close();
        rules.close();
        echo.close();
        watches.clear();
        closings.forEach(Runnable::run);
        List.copyOf(sockets).forEach(FakeAdvertSocket::close);
        List.copyOf(udpSockets).forEach(FakeUdpSocket::close);
        machine.ended(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
