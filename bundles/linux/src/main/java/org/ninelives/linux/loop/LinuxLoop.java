package org.ninelives.linux.loop;

import static org.ninelives.linux.libc.Constants.PR_SET_TIMERSLACK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import org.ninelives.linux.echo.LinuxEcho;
import org.ninelives.linux.inotify.LinuxFileWatch;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.nftables.LinuxFirewall;
import org.ninelives.linux.packet.LinuxAdvertSocket;
import org.ninelives.linux.packet.LinuxFrameSocket;
import org.ninelives.linux.packet.LinuxNeighbourWatch;
import org.ninelives.linux.packet.LinuxUdpSocket;
import org.ninelives.linux.packet.LoopSocket;
import org.ninelives.linux.packet.Traffic;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;
import org.ninelives.linux.poll.Wakeup;
import org.ninelives.linux.process.LinuxProcessWatch;
import org.ninelives.linux.rtnetlink.GuardedAddresses;
import org.ninelives.linux.rtnetlink.LinuxAddresses;
import org.ninelives.linux.rtnetlink.LinuxLinks;
import org.ninelives.linux.rtnetlink.LinuxRoutes;
import org.ninelives.linux.rtnetlink.LinuxRules;
import org.ninelives.linux.safeguard.CompanionCommand;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.sysctl.LinuxKernelSettings;
import org.ninelives.linux.virtual.LinuxVirtualLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A loop over epoll(7), raw sockets and rtnetlink. */
final class LinuxLoop implements Loop {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxLoop.class);

    private static final long CLOSE_MILLIS_MAX = 5_000;

    /**
     * The kernel may end a wait late by a thousandth of its length (select_estimate_accuracy in
     * fs/select.c), 3.6 ms for a master down interval of 3.6 s. So a long wait is asked for short
     * of its end by several times that, and the rest of it anew.
     */
    private static final long SLACK_SHARES = 256;

    /** A thousandth of this is too little to care for. */
    private static final long LONG_WAIT_NANOS = 10_000_000;

    /** A loop that is so late stood still, and packets have piled up meanwhile. */
    private static final long STANDSTILL_NANOS = 20_000_000;

    /** Hearing those takes no longer, however many there are and however cold the code. */
    private static final long HEARING_NANOS_MAX = 100_000_000;

    private final LoopTask task;
    private final Thread thread;
    private final Mailbox mailbox = new Mailbox();
    private final Lag lag = new Lag();
    private final ThreadTuning tuning = new ThreadTuning();
    private final Poller poller;
    private final Traffic traffic;
    private final LinuxEcho echo;
    private final Wakeup wakeup;
    private final Safeguard safeguard;
    private final LinuxLinks links;
    private final LinuxAddresses addresses;
    private final GuardedAddresses guardedAddresses;
    private final LinuxFirewall firewall;
    private final LinuxKernelSettings kernelSettings;
    private final LinuxRoutes routes;
    private final LinuxRules rules;
    private final LinuxVirtualLinks virtualLinks;
    private final List<AutoCloseable> resources = new ArrayList<>();
    private final List<LoopSocket> sockets = new ArrayList<>();
    private Runnable hide = () -> {};
    private volatile boolean closing;
    private long now = System.nanoTime();

    LinuxLoop(String threadName, LoopTask task, Optional<CompanionCommand> companion)
            throws SystemException {
        this.task = task;
        try {
            poller = own(new Poller());
            wakeup = own(new Wakeup());
            poller.add(wakeup);
            safeguard =
                    own(
                            companion
                                    .map(command -> new Safeguard(command, this::post))
                                    .orElseGet(Safeguard::new));
            kernelSettings = own(new LinuxKernelSettings(safeguard));
            traffic = new Traffic(poller);
            echo = own(new LinuxEcho(poller));
            links = own(new LinuxLinks(poller));
            addresses = own(new LinuxAddresses(links, traffic.outbox()));
            guardedAddresses = new GuardedAddresses(addresses, safeguard);
            routes = own(new LinuxRoutes(poller, traffic.outbox(), safeguard));
            rules = own(new LinuxRules(poller, traffic.outbox(), safeguard));
            firewall = own(new LinuxFirewall(poller, safeguard));
            virtualLinks = own(new LinuxVirtualLinks(kernelSettings, safeguard));
        } catch (SystemException e) {
            release();
            throw e;
        }
        thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
    }

    private <T extends AutoCloseable> T own(T resource) {
        resources.addLast(resource);
        return resource;
    }

    void start(LoopBeans beans) {
        safeguard.start();
        hide = beans.show(new LoopBean(thread.getName(), lag));
        thread.start();
    }

    private void run() {
        // Timers of a thread are 50 microseconds late by default (prctl(2)).
        Libc.prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);
        try {
            while (!closing) {
                turn();
            }
            while (!mailbox.isEmpty()) {
                mailbox.run();
            }
            traffic.outbox().flush();
        } finally {
            release();
        }
    }

    private void turn() {
        int ready = poller.await(mailbox.isEmpty() ? nanosToDeadline() : 0);
        long before = now;
        now = System.nanoTime();
        readAll(ready);
        echo.due(now);
        callTaskIfDue(before);
        mailbox.run();
        traffic.outbox().flush();
        try {
            task.turnEnded(now);
        } catch (Throwable e) { // Whatever a callee does wrong, the loop goes on.
            LOG.error("{}: end of turn failed", thread.getName(), e);
        }
        traffic.outbox().flush();
        safeguard.turnEnded(now);
        long took = System.nanoTime() - now;
        lag.turnTook(took);
        tuning.turnTook(took);
    }

    private long nanosToDeadline() {
        long deadline =
                Math.min(deadline(), Math.min(echo.deadlineNanos(), safeguard.deadlineNanos()));
        if (deadline == LoopTask.NEVER) {
            return Poller.FOREVER;
        }
        long left = deadline - System.nanoTime();
        return left > LONG_WAIT_NANOS ? left - left / SLACK_SHARES : left;
    }

    private long deadline() {
        try {
            return task.deadlineNanos();
        } catch (Throwable e) { // A loop that spins on a broken task would help nobody.
            LOG.error("{}: asking for the deadline failed", thread.getName(), e);
            return now + TimeUnit.SECONDS.toNanos(1);
        }
    }

    private void readAll(int ready) {
        for (int i = 0; i < ready; i++) {
            read(poller.target(i));
        }
    }

    private void read(PollTarget target) {
        if (target == null) {
            return; // Closed by a callee earlier in this turn.
        }
        try {
            target.readable(now, poller.share());
        } catch (Throwable e) { // As above.
            LOG.error("{}: handling what was received failed", thread.getName(), e);
        }
    }

    private void callTaskIfDue(long turnBefore) {
        long deadline = deadline();
        if (deadline > now) {
            return;
        }
        // A deadline that was past when it was set asks for a call at once; that is not late.
        long late = now - Math.max(deadline, turnBefore);
        lag.late(late);
        tuning.late(late);
        if (late > STANDSTILL_NANOS) {
            hearWhatHasPiledUp();
        }
        try {
            task.due(now);
        } catch (Throwable e) { // As above.
            LOG.error("{}: work that was due failed", thread.getName(), e);
        }
    }

    /** Whose packets lie unread must not be taken for silent. */
    private void hearWhatHasPiledUp() {
        long end = System.nanoTime() + HEARING_NANOS_MAX;
        int ready = poller.await(0);
        while (ready > 0 && System.nanoTime() < end) {
            readAll(ready);
            ready = poller.await(0);
        }
    }

    @Override
    public void post(Runnable work) {
        if (!closing) {
            mailbox.add(work);
            wakeup.signal();
        }
    }

    @Override
    public long nowNanos() {
        return now;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Addresses addresses() {
        return guardedAddresses;
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
        return keep(LinuxAdvertSocket.open(options, receiver, traffic));
    }

    @Override
    public FrameSocket openFrameSocket() throws SystemException {
        return keep(new LinuxFrameSocket(traffic.outbox()));
    }

    @Override
    public NeighbourWatch openNeighbourWatch(
            Link link, IpAddress.Family family, NeighbourWatch.Receiver receiver)
            throws SystemException {
        return keep(LinuxNeighbourWatch.open(link, family, receiver, traffic));
    }

    @Override
    public ProcessWatch openProcessWatch(ProcessWatch.Listener listener) throws SystemException {
        return keep(LinuxProcessWatch.open(listener, poller));
    }

    @Override
    public FileWatch openFileWatch(FileWatch.Listener listener) throws SystemException {
        return keep(LinuxFileWatch.open(listener, poller));
    }

    @Override
    public UdpSocket openUdpSocket(UdpSocket.Options options, UdpSocket.Receiver receiver)
            throws SystemException {
        return keep(LinuxUdpSocket.open(options, receiver, traffic));
    }

    @Override
    public EchoProbe echo() {
        return echo;
    }

    @Override
    public void setNetlinkBuffers(NetlinkBuffers buffers) throws SystemException {
        links.setEventBuffer(buffers.monitorBytes(), buffers.monitorForced());
        routes.setEventBuffer(buffers.monitorBytes(), buffers.monitorForced());
        rules.setEventBuffer(buffers.monitorBytes(), buffers.monitorForced());
        addresses.setAnswerBuffer(buffers.commandBytes(), buffers.commandForced());
    }

    private <T extends LoopSocket> T keep(T socket) {
        sockets.removeIf(LoopSocket::isClosed);
        sockets.add(socket);
        return socket;
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
        virtualLinks.keepOnClose();
        kernelSettings.keepOnClose();
        firewall.keepOnClose();
    }

    @Override
    public void tune(ThreadSettings settings) {
        tuning.apply(settings);
    }

    @Override
    public void close() {
        closing = true;
        wakeup.signal();
        hide.run();
        if (thread.equals(Thread.currentThread())) {
            return; // Ends when this turn does.
        }
        try {
            thread.join(CLOSE_MILLIS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{}: did not end within {} ms", thread.getName(), CLOSE_MILLIS_MAX);
        }
    }

    /** Closes the latest first, so that sockets leave the poller before it goes. */
    private void release() {
        sockets.forEach(LoopSocket::close);
        for (AutoCloseable resource : resources.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                LOG.warn("closing {} failed", resource, e);
            }
        }
    }
}
