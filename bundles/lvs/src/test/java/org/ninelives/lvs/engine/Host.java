package org.ninelives.lvs.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.notify.DrainEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.api.track.Finding;
import org.ninelives.lvs.core.Sample;
import org.ninelives.lvs.settings.FwmarkSettings;
import org.ninelives.lvs.settings.LvsGlobals;
import org.ninelives.lvs.settings.LvsSettings;
import org.ninelives.lvs.settings.SyncSettings;
import org.ninelives.testkit.FakeFwmarkTables;
import org.ninelives.testkit.FakeIpvs;
import org.ninelives.testkit.FakeMachine;

/** A machine that balances, with a kernel and checks that the test decides about. */
final class Host implements Listener {

    final FakeMachine machine = new FakeMachine();
    final FakeIpvs kernel = new FakeIpvs();
    final FakeFwmarkTables marks = new FakeFwmarkTables();
    final FakeChecks checks = new FakeChecks();
    final List<LvsEvent> events = new ArrayList<>();
    final List<String> drainSteps = new ArrayList<>();
    final Map<String, Finding> findings = new LinkedHashMap<>();
    private WatchLoop loop;
    private LvsEngine engine;
    private List<ServerNames> names = List.of();
    private LvsGlobals globals = LvsGlobals.DEFAULT;

    Host() {
        start(true);
    }

    /** Another run of the daemon begins on the same machine. */
    void start(boolean releases) {
        loop = machine.startWatchLoop("lvs", new EngineTask());
        engine = new LvsEngine(loop, new Surroundings(kernel, marks, checks, this, releases));
    }

    LvsEngine engine() {
        return engine;
    }

    Host globals(LvsGlobals next) {
        globals = next;
        return this;
    }

    void apply(Sample... samples) {
        LvsSettings settings =
                new LvsSettings(
                        globals, List.of(), Stream.of(samples).map(Sample::settings).toList());
        post(() -> engine.apply(settings));
    }

    void fails(String... servers) {
        checks.fails(servers);
        machine.settle();
    }

    void passes(String... servers) {
        checks.passes(servers);
        machine.settle();
    }

    void advance(Duration time) {
        machine.advance(time);
    }

    void router(String instance, boolean master) {
        post(() -> engine.routerTold(new RouterState(instance, master, 51)));
    }

    private void post(Runnable work) {
        loop.post(work);
        machine.settle();
    }

    /** Exactly these overrides hold. */
    void hold(LiveOverride... overrides) {
        Map<OverrideKey, LiveOverride> held = new LinkedHashMap<>();
        List.of(overrides).forEach(each -> held.put(each.key(), each));
        post(() -> engine.hold(held));
    }

    /** One of a server that {@code local} has set for as long as nobody reverts it. */
    static LiveOverride override(OverrideKind kind, String server, String value) {
        return new LiveOverride(
                OverrideKey.within(kind, "[10.0.0.1]:tcp:80", "[" + server + "]:tcp:80"),
                value,
                "local",
                1000,
                0,
                Lasting.UNTIL_REVERTED);
    }

    void stop() {
        engine.stop();
    }

    /** What the kernel has: {@code [10.0.0.1]:tcp:80 192.168.0.2 1}. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        for (ServiceEntry entry : kernel.services()) {
            for (DestinationEntry each : entry.destinations()) {
                lines.add(
                        entry.service().key()
                                + " "
                                + each.destination().key().address()
                                + " "
                                + each.destination().weight());
            }
            if (entry.destinations().isEmpty()) {
                lines.add(entry.service().key() + " nobody");
            }
        }
        return lines.stream().sorted().toList();
    }

    List<SyncDaemon.Role> syncRoles() {
        return kernel.syncDaemons().stream().map(SyncDaemon::role).sorted().toList();
    }

    List<ServerNames> names() {
        return names;
    }

    @Override
    public void happened(Event event) {
        switch (event) {
            case LvsEvent change -> events.add(change);
            case DrainEvent step -> drainSteps.add(step.text());
            default -> throw new AssertionError(event);
        }
    }

    @Override
    public void found(String trackerName, Finding finding) {
        findings.put(trackerName, finding);
    }

    @Override
    public void exist(Collection<ServerNames> virtualServers) {
        names = List.copyOf(virtualServers);
    }

    static LvsGlobals flushing(boolean flush, LvsGlobals.FlushOnStop onStop) {
        return globals(flush, onStop, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static LvsGlobals syncing(SyncSettings sync) {
        return quiet(Optional.of(sync), Optional.empty(), Optional.empty());
    }

    static LvsGlobals marking(long firstMark) {
        FwmarkSettings marks = new FwmarkSettings("keepalived_ipvs", -1, firstMark);
        return quiet(Optional.empty(), Optional.of(marks), Optional.empty());
    }

    static LvsGlobals inside(String networkNamespace) {
        return quiet(Optional.empty(), Optional.empty(), Optional.of(networkNamespace));
    }

    private static LvsGlobals quiet(
            Optional<SyncSettings> sync,
            Optional<FwmarkSettings> marks,
            Optional<String> networkNamespace) {
        return globals(false, LvsGlobals.FlushOnStop.NO, sync, marks, networkNamespace);
    }

    private static LvsGlobals globals(
            boolean flush,
            LvsGlobals.FlushOnStop onStop,
            Optional<SyncSettings> sync,
            Optional<FwmarkSettings> marks,
            Optional<String> networkNamespace) {
        LvsGlobals usual = LvsGlobals.DEFAULT;
        return new LvsGlobals(
                flush,
                onStop,
                usual.timeouts(),
                sync,
                usual.initNotifies(),
                marks,
                networkNamespace,
                usual.thread());
    }

    /** Works for whatever engine is there; it needs its loop before it is. */
    private final class EngineTask implements LoopTask {

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
    }
}
