package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.track.Finding;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.dump.InstanceView;
import org.ninelives.vrrp.settings.InstanceKey;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VrrpSettings;

/** All virtual routers of this node. Loop thread only. */
final class VrrpEngine implements LoopTask, LinkListener {

    private final Loop loop;
    private final Facilities facilities;
    private final Groups groups;
    private final Statics statics;
    private final Neighbours neighbours;
    private final LinkTimes linkTimes = new LinkTimes(System::currentTimeMillis);
    private final InterfaceView interfaceView;
    private final AddressLog addressLog;
    private final Map<InstanceKey, RunningInstance> byKey = new LinkedHashMap<>();
    private List<RunningInstance> instances = List.of();

    /** By index, because whoever stood on an interface by its name has to hear of another name. */
    private final Map<Integer, InterfaceName> linkNames = new HashMap<>();

    /** Where virtual routers stand may be different; looked at once in a turn. */
    private boolean watchLater;

    /** What is on the machine stays there from now on. */
    private boolean keeping;

    /**
     * Takes up work on a loop.
     *
     * @throws SystemException if the machine refuses packet sockets or rtnetlink
     */
    VrrpEngine(Loop loop, Listener listener, TurnLog log) throws SystemException {
        this.loop = loop;
        facilities = new Facilities(loop, listener, log, this::debounced);
        groups = new Groups(facilities);
        statics = new Statics(facilities.estate(), loop.links(), log);
        neighbours = new Neighbours(loop);
        interfaceView = new InterfaceView(facilities, linkTimes);
        addressLog = new AddressLog(log, loop.links());
        loop.links().watch(this);
    }

    /** The virtual routers in the order of the configuration. */
    List<RunningInstance> instances() {
        return instances;
    }

    /**
     * Runs exactly these virtual routers; those that stay keep state, timers and counters.
     *
     * @param findings what is known of the things they track; where nothing is said what was known
     *     before holds
     */
    void apply(VrrpSettings settings, Map<Thing, Finding> findings) {
        facilities.findings().know(settings.tracked(), findings);
        apply(settings, Events.Ending.REMOVED);
    }

    /** Exactly these overrides hold from now on. */
    void hold(Map<OverrideKey, LiveOverride> overrides) {
        facilities.overridden().hold(overrides);
        instances.forEach(RunningInstance::trackersChanged);
    }

    /** The virtual routers that are master now, then the sync groups that are. */
    List<VrrpSubject> masters() {
        return Stream.concat(
                        instances.stream()
                                .filter(RunningInstance::isMaster)
                                .map(each -> each.settings().subject()),
                        groups.masters().stream())
                .toList();
    }

    VrrpInstanceStatus status(RunningInstance instance) {
        return Snapshot.of(instance, facilities.overridden());
    }

    /** How all of them are now. */
    Overview overview() {
        return Overview.of(
                instances, groups, facilities.overridden(), facilities.channels().unknownVrids());
    }

    /** All virtual routers, for a dump. */
    List<InstanceView> views() {
        long sinceEpochNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        long offsetNanos = sinceEpochNanos - loop.nowNanos();
        return instances.stream().map(each -> Portrait.of(each, offsetNanos)).toList();
    }

    /** Lets all counters begin at 0 again. */
    void clearCounters() {
        instances.forEach(each -> each.counters().clear());
        facilities.channels().clearUnknownVrids();
    }

    /** How these interfaces are now, which those virtual routers use. */
    Map<String, InterfaceStatus> interfaces(Map<InterfaceName, List<String>> used) {
        Map<String, InterfaceStatus> statuses = new LinkedHashMap<>();
        used.forEach((name, users) -> statuses.put(name.name(), interfaceView.of(name, users)));
        return statuses;
    }

    /** Something that virtual routers track was found out. */
    void found(Thing thing, Finding finding) {
        facilities.findings().found(thing, finding);
    }

    private void apply(VrrpSettings settings, Events.Ending ending) {
        facilities.overridden().configure(settings);
        boolean otherStates = facilities.apply(settings.globals());
        facilities.serve(settings.instances());
        Set<String> namesBefore = names();
        Map<InstanceKey, RunningInstance> before = new LinkedHashMap<>(byKey);
        List<RunningInstance> added = new ArrayList<>();
        List<Runnable> looks = new ArrayList<>();
        byKey.clear();
        for (InstanceSettings wanted : settings.instances()) {
            RunningInstance running = before.remove(wanted.key());
            if (running == null) {
                running = new RunningInstance(wanted, facilities);
                added.add(running);
            } else {
                // Before it looks: what moves between an instance and its group counts on.
                boolean tracksOthers = running.trackForGroup();
                if (isOther(running, wanted)) {
                    running.reconfigure(wanted);
                } else if (otherStates || hasDoubtfulSource(running)) {
                    looks.add(running::lookAround);
                } else if (tracksOthers || !running.tracked().isEmpty()) {
                    looks.add(running::trackersChanged);
                }
            }
            byKey.put(wanted.key(), running);
        }
        groups.endAs(ending);
        before.values().forEach(gone -> gone.stop(endingOf(gone, ending)));
        groups.apply(settings.groups(), List.copyOf(byKey.values()));
        statics.apply(settings.statics());
        instances = List.copyOf(byKey.values());
        tellNames(namesBefore, names());
        facilities.findings().serve(instances);
        looks.forEach(Runnable::run);
        added.forEach(this::removeLeftovers);
        added.forEach(RunningInstance::start);
        facilities.applied();
        watchLater = true;
    }

    private static boolean isOther(RunningInstance running, InstanceSettings wanted) {
        // Looks first whether it is the very same object, which records do not.
        return !Objects.equals(running.settings(), wanted);
    }

    /** It has none, or its source is virtual since this reload. */
    private boolean hasDoubtfulSource(RunningInstance instance) {
        return instance.source().filter(source -> !facilities.isVirtual(source)).isEmpty();
    }

    private static Events.Ending endingOf(RunningInstance gone, Events.Ending ending) {
        return ending == Events.Ending.REMOVED && gone.settings().notifications().deletedReported()
                ? Events.Ending.DELETED
                : ending;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        byKey.values().forEach(instance -> names.add(instance.name()));
        return names;
    }

    /** Names are told as a whole: in one reload two virtual routers may exchange theirs. */
    private void tellNames(Set<String> before, Set<String> after) {
        Listener listener = facilities.listener();
        before.stream().filter(name -> !after.contains(name)).forEach(listener::removed);
        after.stream().filter(name -> !before.contains(name)).forEach(listener::added);
    }

    /**
     * An address that a crashed run left behind would be on two nodes; the owner alone may keep it,
     * being master at once unless an operator keeps it from that.
     */
    private void removeLeftovers(RunningInstance instance) {
        Overridden overridden = facilities.overridden();
        if (!instance.settings().router().isOwner()
                || overridden.isStandby(instance.settings())
                || overridden.isDisabled(instance.settings())) {
            facilities.estate().takeLeftovers(instance.possibleLeftovers());
        }
    }

    @Override
    public long deadlineNanos() {
        return facilities.deadlineNanos();
    }

    @Override
    public void due(long nowNanos) {
        facilities.agenda().runDue(nowNanos);
    }

    /** Adverts have left when the addresses follow, and addresses are there when they are told. */
    @Override
    public void turnEnded(long nowNanos) {
        if (watchLater) {
            watchLater = false;
            neighbours.watch(instances);
        }
        if (!keeping) {
            facilities.work(nowNanos);
            tellStaticFaults();
        }
        facilities.log().write();
    }

    private void tellStaticFaults() {
        if (statics.hasChanged()) {
            Map<String, List<Fault>> faults = statics.faults();
            instances.forEach(
                    each -> each.staticFaults(faults.getOrDefault(each.name(), List.of())));
        }
    }

    /** Lets go of everything, now. */
    void stop() {
        apply(VrrpSettings.NONE, Events.Ending.STOP);
        facilities.workOff();
        facilities.log().write();
    }

    /** Masters resign, but what they own stays on the machine. */
    void stopKeeping() {
        keeping = true;
        loop.keepOnClose();
        apply(VrrpSettings.NONE, Events.Ending.STOP);
        facilities.log().write();
    }

    @Override
    public void linkChanged(Link link) {
        facilities.sources().forget();
        neighbours.linkChanged(link);
        facilities.linkStates().look();
        linkTimes.look(link);
        statics.interfaceChanged(link);
        InterfaceName before = linkNames.put(link.index(), link.name());
        boolean renamed = before != null && !before.equals(link.name());
        if (renamed) {
            statics.interfaceChanged(link.withName(before));
        }
        instances.stream()
                .filter(each -> each.concerns(link) || (renamed && each.concerns(before)))
                .forEach(RunningInstance::interfaceChanged);
        watchLater = true;
    }

    @Override
    public void linkRemoved(Link link) {
        linkChanged(link);
        linkNames.remove(link.index());
        linkTimes.forget(link);
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
        addressLog.added(address);
        lookAgain(address);
    }

    @Override
    public void addressRemoved(InterfaceAddress address) {
        addressLog.removed(address);
        facilities.estate().addressRemoved(address);
        lookAgain(address);
    }

    /** Only addresses that are not virtual can be a source of adverts. */
    private void lookAgain(InterfaceAddress address) {
        if (facilities.isVirtual(address.prefix().address())) {
            return;
        }
        facilities.sources().forget();
        instances.stream()
                .filter(instance -> instance.isOn(address.linkIndex()))
                .forEach(RunningInstance::lookAround);
    }
}
