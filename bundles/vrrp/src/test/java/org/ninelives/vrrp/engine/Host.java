package org.ninelives.vrrp.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.testkit.FakeLan;
import org.ninelives.testkit.FakeMachine;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.settings.ConfigText;
import org.ninelives.vrrp.settings.VrrpSettings;

/** A node with an engine on a fake machine. */
final class Host implements Listener {

    final FakeMachine machine;
    final List<String> events = new ArrayList<>();
    final List<VrrpEvent> told = new ArrayList<>();
    final List<RefusedAdvert> refused = new ArrayList<>();
    private final Map<OverrideKey, LiveOverride> held = new HashMap<>();
    private final Map<Thing, Finding> findings = new HashMap<>();
    private final Loop loop;
    private VrrpEngine engine;

    Host(FakeLan lan, String name) {
        this(new FakeMachine(lan, name));
    }

    private Host(FakeMachine machine) {
        this.machine = machine;
        loop =
                machine.startLoop(
                        "vrrp",
                        new LoopTask() {
                            @Override
                            public long deadlineNanos() {
                                return engine == null ? NEVER : engine.deadlineNanos();
                            }

                            @Override
                            public void due(long nowNanos) {
                                engine.due(nowNanos);
                            }

                            @Override
                            public void turnEnded(long nowNanos) {
                                if (engine != null) {
                                    engine.turnEnded(nowNanos);
                                }
                            }
                        });
    }

    /** Another run of the daemon on a machine that has seen one already. */
    static Host on(FakeMachine machine) {
        return new Host(machine);
    }

    /** A node with one interface, {@code eth0}. */
    static Host withEth0(FakeLan lan, String name, String address) {
        Host host = new Host(lan, name);
        host.machine.addLink("eth0");
        host.machine.addAddress("eth0", address);
        return host;
    }

    /** Runs a configuration, the first time or as a reload. */
    Host run(String config) {
        VrrpSettings settings = ConfigText.of(config).settings();
        try {
            if (engine == null) {
                engine = new VrrpEngine(loop, this, TurnLog.writing());
                engine.hold(held);
            }
        } catch (SystemException e) {
            throw new AssertionError(e);
        }
        engine.apply(settings, findings);
        machine.settle();
        return this;
    }

    /** Something that others watch is found to be so, now or before the configuration runs. */
    void find(TrackerKind kind, Finding finding) {
        Thing thing = new Thing(kind, kind.name());
        findings.put(thing, finding);
        if (engine != null) {
            engine.found(thing, finding);
            machine.settle();
        }
    }

    void stop() {
        engine.stop();
        machine.settle();
    }

    /** The node dies on the spot: nothing is said, and its addresses go with it. */
    void crash() {
        machine.removeLink("eth0");
    }

    /** The daemon is killed: it does nothing more, and what it had on the machine stays there. */
    void kill() {
        loop.keepOnClose();
        loop.close();
    }

    void advance(Duration time) {
        machine.advance(time);
    }

    VrrpEngine engine() {
        return engine;
    }

    RunningInstance instance(String name) {
        return engine.instances().stream()
                .filter(instance -> instance.settings().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    State state(String name) {
        return instance(name).router().state();
    }

    VrrpInstanceStatus status(String name) {
        return engine.status(instance(name));
    }

    /** Exactly these overrides hold, from the start if it has not run yet. */
    Host hold(LiveOverride... overrides) {
        held.clear();
        List.of(overrides).forEach(each -> held.put(each.key(), each));
        if (engine != null) {
            engine.hold(held);
            machine.settle();
        }
        return this;
    }

    /** One that {@code local} has set for as long as nobody reverts it. */
    static LiveOverride override(OverrideKind kind, String subject, String value) {
        return new LiveOverride(
                new OverrideKey(kind, subject), value, "local", 1000, 0, Lasting.UNTIL_REVERTED);
    }

    /** The addresses on {@code eth0}. */
    List<String> addresses() {
        return addresses("eth0");
    }

    List<String> addresses(String link) {
        return machine.addresses(link).stream().map(Object::toString).toList();
    }

    /** What the operator is told of an instance. */
    List<String> explain(String name) {
        return instance(name).observation().explain();
    }

    @Override
    public void added(String instance) {
        events.add("added " + instance);
    }

    @Override
    public void removed(String instance) {
        events.add("removed " + instance);
    }

    @Override
    public void refused(String instance, RefusedAdvert advert) {
        refused.add(advert);
    }

    @Override
    public void happened(VrrpEvent event) {
        told.add(event);
        switch (event) {
            case VrrpEvent.InstanceState change ->
                    events.add(
                            change.name()
                                    + " "
                                    + change.from()
                                    + " -> "
                                    + change.to()
                                    + (change.held() ? " held" : ""));
            case VrrpEvent.GroupState change ->
                    events.add(
                            "group "
                                    + change.name()
                                    + " "
                                    + change.from()
                                    + " -> "
                                    + change.to()
                                    + (change.held() ? " held" : ""));
            case VrrpEvent.PriorityChanged change ->
                    events.add(change.name() + " " + change.from() + " -> " + change.to());
            case VrrpEvent.LowerPriorityHeard heard -> {}
            case VrrpEvent.SplitBrain split -> events.add(split.text());
            case VrrpEvent.Late late -> {}
        }
    }
}
