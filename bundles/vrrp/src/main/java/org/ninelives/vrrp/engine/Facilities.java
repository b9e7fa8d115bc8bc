package org.ninelives.vrrp.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinks;
import org.ninelives.vrrp.settings.GlobalSettings;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the virtual routers of one loop share, made for that loop. */
final class Facilities implements Node {

    private static final Logger LOG = LoggerFactory.getLogger(Facilities.class);

    private final Loop loop;
    private final Listener listener;
    private final TurnLog log;
    private final Standstills standstills;
    private final Agenda agenda = new Agenda();
    private final Channels channels;
    private final Estate estate;
    private final Sources sources;
    private final LinkStates linkStates;
    private final Findings findings = new Findings();
    private final Overridden overridden = new Overridden();
    private final Announcer announcer;
    private final VirtualLinkRemoval virtualLinkRemoval;
    private final IgmpSilence igmpSilence;
    private final long beganNanos;
    private Set<IpAddress> virtualAddresses = Set.of();
    private GlobalSettings globals = GlobalSettings.DEFAULT;

    /**
     * Facilities on a loop.
     *
     * @param debounced hears of interfaces whose debounce time has ended
     * @throws SystemException if the machine refuses packet sockets or rtnetlink
     */
    Facilities(Loop loop, Listener listener, TurnLog log, LinkStates.Listener debounced)
            throws SystemException {
        this.loop = loop;
        this.listener = listener;
        this.log = log;
        this.standstills = new Standstills(log);
        beganNanos = loop.nowNanos();
        channels = new Channels(loop);
        estate = new Estate(loop, agenda, log);
        sources = new Sources(loop.links(), this::isVirtual);
        linkStates = new LinkStates(loop.links(), agenda, loop::nowNanos, debounced);
        announcer = new Announcer(loop.openFrameSocket(), loop.links());
        virtualLinkRemoval = new VirtualLinkRemoval(loop, log);
        igmpSilence = new IgmpSilence(loop.kernelSettings(), log);
    }

    /**
     * Takes what concerns all virtual routers together; what stays the same is not touched.
     *
     * @return whether interfaces may count as in other states now
     */
    boolean apply(GlobalSettings wanted) {
        GlobalSettings before = globals;
        globals = wanted;
        estate.filter().setOptions(wanted.firewall());
        igmpSilence.want(wanted.suppressLocalIgmp());
        estate.filter().setIgmpSilence(igmpSilence.isKept());
        announcer.setPace(wanted.pace());
        channels.setLogUnknownVrids(wanted.logUnknownVrids());
        linkStates.debounce(wanted.debounce());
        if (!wanted.thread().equals(before.thread())) {
            loop.tune(wanted.thread());
        }
        if (!wanted.netlink().equals(before.netlink())) {
            try {
                loop.setNetlinkBuffers(wanted.netlink());
            } catch (SystemException e) {
                log.add(() -> LOG.warn("netlink buffers stay as they are: {}", e.getMessage()));
            }
        }
        return !wanted.debounce().equals(before.debounce());
    }

    /** The addresses of these are virtual from now on, and all others are not. */
    void serve(List<InstanceSettings> instances) {
        Set<IpAddress> all = new HashSet<>();
        for (InstanceSettings instance : instances) {
            instance.addresses().stream().map(VirtualAddress::address).forEach(all::add);
        }
        virtualAddresses = all;
        sources.forget();
    }

    /** Whether an address belongs to a virtual router of this node; such a one is no source. */
    boolean isVirtual(IpAddress address) {
        return virtualAddresses.contains(address);
    }

    /** When there is something to be done. */
    long deadlineNanos() {
        return estate.hasWork()
                ? loop.nowNanos()
                : Math.min(
                        agenda.deadlineNanos(),
                        Math.max(loop.nowNanos(), announcer.deadlineNanos()));
    }

    /** Changes the machine by one turn's worth, and tells addresses that are in place. */
    void work(long nowNanos) {
        estate.work();
        if (!estate.hasWork()) {
            virtualLinkRemoval.remove();
        }
        announcer.due(nowNanos, estate.hasWork());
    }

    /** Changes the machine until all is as wanted. */
    void workOff() {
        estate.workOff();
        virtualLinkRemoval.remove();
    }

    /** All virtual routers run as they shall: what earlier ones needed or left behind goes. */
    void applied() {
        igmpSilence.endIfUnwanted();
        estate.filter().setIgmpSilence(igmpSilence.isKept());
        virtualLinkRemoval.removeLeftovers();
    }

    @Override
    public long nowNanos() {
        return loop.nowNanos();
    }

    /** The clock of the loop counts from the boot of the system (CLOCK_MONOTONIC). */
    @Override
    public long startDelayNanos(long configuredNanos) {
        long nowNanos = loop.nowNanos();
        long sinceStart = configuredNanos - (nowNanos - beganNanos);
        long sinceBoot = globals.delayAfterBootNanos() - nowNanos;
        return Math.max(0, Math.max(sinceStart, sinceBoot));
    }

    @Override
    public KernelSettings kernelSettings() {
        return loop.kernelSettings();
    }

    @Override
    public Links links() {
        return loop.links();
    }

    @Override
    public Sources sources() {
        return sources;
    }

    @Override
    public LinkStates linkStates() {
        return linkStates;
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public Overridden overridden() {
        return overridden;
    }

    @Override
    public EchoProbe echo() {
        return loop.echo();
    }

    @Override
    public VirtualLinks virtualLinks() {
        // Names of those that are to go may be wanted again.
        virtualLinkRemoval.remove();
        return loop.virtualLinks();
    }

    @Override
    public void removeLater(VirtualLink link) {
        virtualLinkRemoval.add(link);
    }

    @Override
    public Channels channels() {
        return channels;
    }

    @Override
    public Announcer announcer() {
        return announcer;
    }

    @Override
    public Listener listener() {
        return listener;
    }

    @Override
    public TurnLog log() {
        return log;
    }

    @Override
    public Standstills standstills() {
        return standstills;
    }

    @Override
    public Estate estate() {
        return estate;
    }

    @Override
    public Agenda agenda() {
        return agenda;
    }
}
