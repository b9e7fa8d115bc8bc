package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinks;
import org.ninelives.vrrp.settings.InstanceKey;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All virtual routers of this node. Loop thread only. */
final class VrrpEngine implements LoopTask, LinkListener, Node {

    private static final Logger LOG = LoggerFactory.getLogger(VrrpEngine.class);

    private final Loop loop;
    private final Listener listener;
    private final Channels channels;
    private final Agenda agenda = new Agenda();
    private final Estate estate;
    private final Statics statics;
    private final Groups groups = new Groups(this);
    private final Announcer announcer;
    private final Sources sources;
    private final Neighbours neighbours;
    private final LinkStates linkStates;
    private final TurnLog log;
    private final Standstills standstills;
    private final Map<InstanceKey, RunningInstance> byKey = new LinkedHashMap<>();
    private List<RunningInstance> instances = List.of();
    private final List<VirtualLink> goingLinks = new ArrayList<>();
    private Set<IpAddress> virtualAddresses = Set.of();

    /** Where virtual routers stand may be different; looked at once in a turn. */
    private boolean watchLater;

    private final long beganNanos;

    /**
     * Takes up work on a loop.
     *
     * @throws SystemException if the machine refuses packet sockets or rtnetlink
     */
    VrrpEngine(Loop loop, Listener listener, TurnLog log) throws SystemException {
        this.log = log;
        this.standstills = new Standstills(log);
        this.loop = loop;
        this.beganNanos = loop.nowNanos();
        this.listener = listener;
        this.channels = new Channels(loop);
        this.estate = new Estate(loop, log);
        this.statics = new Statics(estate, loop.links(), log);
        this.neighbours = new Neighbours(loop);
        this.sources = new Sources(loop.links(), this::isVirtual);
        this.linkStates = new LinkStates(loop.links(), agenda, loop::nowNanos, this::debounced);
        this.announcer = new Announcer(loop.openFrameSocket(), loop.links());
        loop.links().watch(this);
    }

    /** The virtual routers in the order of the configuration. */
    List<RunningInstance> instances() {
        return instances;
    }

    /** Runs exactly these virtual routers; those that stay keep state, timers and counters. */
    void apply(VrrpSettings settings) {
        apply(settings, Events.Ending.REMOVED);
    }

    private void apply(VrrpSettings settings, Events.Ending ending) {
        estate.filter().setOptions(settings.globals().firewall());
        announcer.setPace(settings.globals().pace());
        channels.setLogUnknownVrids(settings.globals().logUnknownVrids());
        virtualAddresses = addressesOf(settings);
        sources.forget();
        linkStates.debounce(settings.globals().debounce());
        Set<String> namesBefore = names();
        Map<InstanceKey, RunningInstance> before = new LinkedHashMap<>(byKey);
        List<RunningInstance> added = new ArrayList<>();
        byKey.clear();
        for (InstanceSettings wanted : settings.instances()) {
            RunningInstance running = before.remove(wanted.key());
            if (running == null) {
                running = new RunningInstance(wanted, this);
                added.add(running);
            } else if (isOther(running, wanted)) {
                running.reconfigure(wanted);
            }
            byKey.put(wanted.key(), running);
        }
        for (RunningInstance gone : before.values()) {
            gone.stop(
                    gone.settings().deletedReported() && ending == Events.Ending.REMOVED
                            ? Events.Ending.DELETED
                            : ending);
        }
        groups.apply(settings.groups(), List.copyOf(byKey.values()), ending);
        statics.apply(settings.statics());
        instances = List.copyOf(byKey.values());
        tellNames(namesBefore, names());
        added.forEach(this::removeLeftovers);
        added.forEach(RunningInstance::start);
        watchLater = true;
    }

    private static boolean isOther(RunningInstance running, InstanceSettings wanted) {
        return running.isPriorityOverridden() || !running.settings().equals(wanted);
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        byKey.values().forEach(instance -> names.add(instance.settings().name()));
        return names;
    }

    /** Names are told as a whole: in one reload two virtual routers may exchange theirs. */
    private void tellNames(Set<String> before, Set<String> after) {
        before.stream().filter(name -> !after.contains(name)).forEach(listener::removed);
        after.stream().filter(name -> !before.contains(name)).forEach(listener::added);
    }

    /**
     * An address that a crashed run left behind would be on two nodes; the owner alone may keep it,
     * being master at once.
     */
    private void removeLeftovers(RunningInstance instance) {
        if (!instance.settings().router().isOwner()) {
            estate.takeLeftovers(instance.possibleLeftovers());
        }
    }

    private static Set<IpAddress> addressesOf(VrrpSettings settings) {
        Set<IpAddress> all = new HashSet<>();
        for (InstanceSettings instance : settings.instances()) {
            instance.addresses().stream().map(VirtualAddress::address).forEach(all::add);
        }
        return all;
    }

    @Override
    public long deadlineNanos() {
        return estate.hasWork()
                ? loop.nowNanos()
                : Math.min(
                        agenda.deadlineNanos(),
                        Math.max(loop.nowNanos(), announcer.deadlineNanos()));
    }

    @Override
    public void due(long nowNanos) {
        agenda.runDue(nowNanos);
    }

    /** Adverts have left when the addresses follow, and addresses are there when they are told. */
    @Override
    public void turnEnded(long nowNanos) {
        if (watchLater) {
            watchLater = false;
            neighbours.watch(instances);
        }
        estate.work();
        if (!estate.hasWork()) {
            removeVirtualLinks();
        }
        announcer.due(nowNanos);
        log.write();
    }

    /** Lets go of everything, now. */
    void stop() {
        apply(VrrpSettings.NONE, Events.Ending.STOP);
        estate.workOff();
        removeVirtualLinks();
        log.write();
    }

    @Override
    public void linkChanged(Link link) {
        sources.forget();
        neighbours.linkChanged(link);
        linkStates.look();
        statics.interfaceChanged(link);
        instances.stream()
                .filter(instance -> instance.concerns(link))
                .forEach(RunningInstance::interfaceChanged);
        watchLater = true;
    }

    @Override
    public void linkRemoved(Link link) {
        linkChanged(link);
        neighbours.linkRemoved(link);
    }

    /** The debounce time of an interface has ended. */
    private void debounced(InterfaceName name) {
        instances.stream()
                .filter(instance -> instance.concerns(name))
                .forEach(RunningInstance::lookAround);
    }

    @Override
    public void addressAdded(InterfaceAddress address) {
        lookAgain(address);
    }

    @Override
    public void addressRemoved(InterfaceAddress address) {
        estate.addressRemoved(address);
        lookAgain(address);
    }

    /** Only addresses that are not virtual can be a source of adverts. */
    private void lookAgain(InterfaceAddress address) {
        if (isVirtual(address.prefix().address())) {
            return;
        }
        sources.forget();
        instances.stream()
                .filter(instance -> instance.isOn(address.linkIndex()))
                .forEach(RunningInstance::lookAround);
    }

    @Override
    public long nowNanos() {
        return loop.nowNanos();
    }

    @Override
    public long ageNanos() {
        return loop.nowNanos() - beganNanos;
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
    public EchoProbe echo() {
        return loop.echo();
    }

    @Override
    public VirtualLinks virtualLinks() {
        // Names of those that are to go may be wanted again.
        removeVirtualLinks();
        return loop.virtualLinks();
    }

    @Override
    public void removeLater(VirtualLink link) {
        goingLinks.add(link);
    }

    private void removeVirtualLinks() {
        if (goingLinks.isEmpty()) {
            return;
        }
        try {
            loop.virtualLinks().remove(List.copyOf(goingLinks));
        } catch (SystemException e) {
            log.add(() -> LOG.error("{}", e.getMessage()));
        }
        goingLinks.clear();
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

    /** Whether an address belongs to a virtual router of this node; such a one is no source. */
    private boolean isVirtual(IpAddress address) {
        return virtualAddresses.contains(address);
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
