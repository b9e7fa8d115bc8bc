package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Input;
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
    private final AddressBook book;
    private final Announcer announcer;
    private final TurnLog log = new TurnLog();
    private final Map<InstanceKey, RunningInstance> byKey = new LinkedHashMap<>();
    private List<RunningInstance> instances = List.of();
    private Set<IpAddress> virtualAddresses = Set.of();
    private final long beganNanos;
    private boolean addressesDeferred;

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
        this.book = new AddressBook(loop.addresses());
        this.announcer = new Announcer(loop.openFrameSocket());
        loop.links().watch(this);
    }

    /** The virtual routers in the order of the configuration. */
    List<RunningInstance> instances() {
        return instances;
    }

    /** Runs exactly these virtual routers; those that stay keep state, timers and counters. */
    void apply(VrrpSettings settings) {
        announcer.setIntervalNanos(settings.globals().pace().arpIntervalNanos());
        channels.setLogUnknownVrids(settings.globals().logUnknownVrids());
        virtualAddresses = addressesOf(settings);
        Set<String> namesBefore = names();
        Map<InstanceKey, RunningInstance> before = new LinkedHashMap<>(byKey);
        List<RunningInstance> added = new ArrayList<>();
        List<RunningInstance> moved = new ArrayList<>();
        byKey.clear();
        addressesDeferred = true;
        try {
            for (InstanceSettings wanted : settings.instances()) {
                RunningInstance running = before.remove(wanted.key());
                if (running == null) {
                    running = new RunningInstance(wanted, this);
                    added.add(running);
                } else if (isOther(running, wanted) && running.reconfigure(wanted)) {
                    moved.add(running);
                }
                byKey.put(wanted.key(), running);
            }
            before.values().forEach(RunningInstance::stop);
        } finally {
            addressesDeferred = false;
        }
        book.apply()
                .forEach(failure -> log.add(() -> LOG.error("{}", failure.cause().getMessage())));
        moved.forEach(RunningInstance::announceAddresses);
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
            book.removeLeftovers(instance.possibleLeftovers());
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
        long earliest = announcer.deadlineNanos();
        for (int i = 0; i < instances.size(); i++) {
            earliest = Math.min(earliest, instances.get(i).router().deadlineNanos());
        }
        return earliest;
    }

    @Override
    public void due(long nowNanos) {
        for (int i = 0; i < instances.size(); i++) {
            RunningInstance instance = instances.get(i);
            if (instance.router().deadlineNanos() <= nowNanos) {
                instance.handle(Input.TICK);
            }
        }
        announcer.due(nowNanos);
    }

    @Override
    public void turnEnded(long nowNanos) {
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
        instances.stream()
                .filter(instance -> instance.isOn(address.linkIndex()))
                .forEach(RunningInstance::lookAround);
    }

    @Override
    public void addressRemoved(InterfaceAddress address) {
        for (RunningInstance owner : book.lost(address)) {
            owner.handle(new Input.AddressesLost("address " + address.prefix()));
        }
        addressAdded(address);
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
    public List<AddressFailure> own(RunningInstance owner, List<InterfaceAddress> addresses) {
        book.want(owner, addresses);
        return addressesDeferred ? List.of() : book.apply();
    }

    @Override
    public void later(Runnable work) {
        loop.post(work);
    }
}
