package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.settings.InstanceKey;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VrrpSettings;

/** All virtual routers of this node. Loop thread only. */
final class VrrpEngine implements LoopTask, LinkListener, Node {

    private final Loop loop;
    private final Listener listener;
    private final Channels channels;
    private final Agenda agenda = new Agenda();
    private final Estate estate;
    private final Announcer announcer;
    private final TurnLog log = new TurnLog();
    private final Map<InstanceKey, RunningInstance> byKey = new LinkedHashMap<>();
    private List<RunningInstance> instances = List.of();
    private Set<IpAddress> virtualAddresses = Set.of();
    private final long beganNanos;

    /**
     * Takes up work on a loop.
     *
     * @throws SystemException if the machine refuses packet sockets or rtnetlink
     */
    VrrpEngine(Loop loop, Listener listener) throws SystemException {
        this.loop = loop;
        this.beganNanos = loop.nowNanos();
        this.listener = listener;
        this.channels = new Channels(loop);
        this.estate = new Estate(loop, log);
        this.announcer = new Announcer(loop.openFrameSocket());
        loop.links().watch(this);
    }

    /** The virtual routers in the order of the configuration. */
    List<RunningInstance> instances() {
        return instances;
    }

    /** Runs exactly these virtual routers; those that stay keep state, timers and counters. */
    void apply(VrrpSettings settings) {
        announcer.setIntervalNanos(settings.garpIntervalNanos());
        channels.setLogUnknownVrids(settings.logUnknownVrids());
        virtualAddresses = addressesOf(settings);
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
        before.values().forEach(RunningInstance::stop);
        instances = List.copyOf(byKey.values());
        tellNames(namesBefore, names());
        added.forEach(this::removeLeftovers);
        added.forEach(RunningInstance::start);
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
                : Math.min(agenda.deadlineNanos(), announcer.deadlineNanos());
    }

    @Override
    public void due(long nowNanos) {
        agenda.runDue(nowNanos);
    }

    /** Adverts have left when the addresses follow, and addresses are there when they are told. */
    @Override
    public void turnEnded(long nowNanos) {
        estate.work();
        announcer.due(nowNanos);
        log.write();
    }

    /** Lets go of everything, now. */
    void stop() {
        apply(VrrpSettings.NONE);
        estate.workOff();
        log.write();
    }

    @Override
    public void linkChanged(Link link) {
        instances.stream()
                .filter(instance -> instance.concerns(link))
                .forEach(RunningInstance::interfaceChanged);
    }

    @Override
    public void linkRemoved(Link link) {
        linkChanged(link);
    }

    @Override
    public void addressAdded(InterfaceAddress address) {
        lookAgain(address);
    }

    @Override
    public void addressRemoved(InterfaceAddress address) {
        for (Holder holder : estate.lost(address)) {
            holder.lost("address " + address.prefix());
        }
        lookAgain(address);
    }

    /** Only addresses that are not virtual can be a source of adverts. */
    private void lookAgain(InterfaceAddress address) {
        if (isVirtual(address.prefix().address())) {
            return;
        }
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
    public boolean isVirtual(IpAddress address) {
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
