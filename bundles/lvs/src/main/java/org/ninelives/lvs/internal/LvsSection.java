package org.ninelives.lvs.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.CheckEngine;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.ipvs.FwmarkTables;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.ipvs.SyncInterfaceSource;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.override.OptionalOverrides;
import org.ninelives.api.override.OverrideTarget;
import org.ninelives.api.override.Overrides;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.engine.Surroundings;
import org.ninelives.lvs.settings.LvsGrammar;
import org.ninelives.lvs.settings.LvsPlan;
import org.ninelives.lvs.settings.LvsReader;
import org.ninelives.lvs.settings.LvsSettings;
import org.ninelives.lvs.settings.OldSyncDaemon;
import org.ninelives.lvs.settings.ReadServers;
import org.ninelives.lvs.settings.VirtualServerSettings;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is said about load balancing. What it hears, what can be tracked and what can be
 * overridden are services that it registers by itself: others need them, and it needs the others.
 */
@Component(property = "service.ranking:Integer=90")
public final class LvsSection implements ConfigSection {

    private static final Logger LOG = LoggerFactory.getLogger(LvsSection.class);

    private static final String SUBSYSTEMS = "ninelives.subsystems";
    private static final String RELEASE = "ninelives.release.ipvs";
    private static final String VRRP_ONLY = "vrrp";

    /** More would keep the daemon from its end. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final BundleContext context;
    private final EventSink sink;
    private final Checkers checkers = new Checkers();
    private final OptionalOverrides overrides = new OptionalOverrides();
    private final QuorumBoard board = new QuorumBoard(Clock.systemUTC());
    private final LvsBeans beans;
    private final LvsService service;
    private final Routers routers;
    private final List<ServiceRegistration<?>> registrations;
    private final SynchronousBundleListener frameworkStop = this::bundleChanged;
    private final boolean wanted;

    private final ReadServers readServers = new ReadServers();

    /** The one that the configuration is being read by. */
    private volatile LvsGrammar grammar = checkers.grammar();

    private volatile Optional<SyncInterfaceSource> syncInterfaces = Optional.empty();

    private LvsSettings current = LvsSettings.NONE;
    private boolean stopped;

    @Activate
    public LvsSection(
            BundleContext context,
            @Reference Machine machine,
            @Reference EventSink sink,
            @Reference IpvsKernel kernel,
            @Reference FwmarkTables marks,
            @Reference CheckEngine checks) {
        this.context = context;
        this.sink = sink;
        beans = new LvsBeans(context, overrides);
        boolean releases = !"false".equals(context.getProperty(RELEASE));
        Outside outside = new Outside(sink, board, beans);
        service =
                new LvsService(machine, new Surroundings(kernel, marks, checks, outside, releases));
        beans.serve(service);
        routers = new Routers(context, service);
        wanted = !VRRP_ONLY.equals(context.getProperty(SUBSYSTEMS));
        context.addBundleListener(frameworkStop);
        QuorumSource quorums = new QuorumSource(board, () -> grammar);
        registrations =
                List.of(
                        context.registerService(EventListener.class, routers, null),
                        context.registerService(TrackerSource.class, quorums, null),
                        context.registerService(
                                OverrideTarget.class, new ServerOverrides(service), null),
                        context.registerService(DumpSource.class, new ServerDump(service), null));
    }

    /** Bundles stop in any order, and those that have to hear of the stop must still be there. */
    private void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING
                && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            stop();
        }
    }

    @Deactivate
    void close() {
        context.removeBundleListener(frameworkStop);
        stop();
        registrations.forEach(ServiceRegistration::unregister);
        beans.close();
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        beans.stop();
        service.stop();
        if (!sink.flush(LIMIT)) {
            LOG.warn("Not everybody was told of the stop in time");
        }
    }

    @Reference(
            service = CheckerType.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addChecker(CheckerType type) {
        checkers.add(type);
    }

    void removeChecker(CheckerType type) {
        checkers.remove(type);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSyncInterfaces(SyncInterfaceSource source) {
        syncInterfaces = Optional.of(source);
    }

    void unsetSyncInterfaces(SyncInterfaceSource source) {
        syncInterfaces = Optional.empty();
    }

    @Reference(
            service = Overrides.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void setOverrides(Overrides keeper) {
        overrides.use(keeper);
    }

    void unsetOverrides(Overrides keeper) {
        overrides.forget(keeper);
    }

    @Override
    public BlockGrammar root() {
        grammar = checkers.grammar();
        return grammar.root();
    }

    @Override
    public BlockGrammar globalDefs() {
        return LvsGrammar.globalDefs();
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        LvsSettings read =
                OldSyncDaemon.add(
                        LvsReader.read(grammar, root, globalDefs, problems, readServers),
                        syncInterfaces.map(source -> source.read(root)).orElse(List.of()),
                        problems);
        LvsSettings next = wanted ? read : LvsSettings.NONE;
        board.expect(trackerNames(next));
        List<PlannedChange> changes = LvsPlan.changes(current, next);
        return Prepared.of(changes, () -> apply(next));
    }

    private synchronized void apply(LvsSettings next) throws ApplyException {
        if (stopped) {
            throw new ApplyException("load balancing has stopped already", false, null);
        }
        try {
            routers.ask(next);
            service.apply(next);
            board.define(trackerNames(next));
            current = next;
        } catch (SystemException e) {
            throw new ApplyException(
                    "Load balancing cannot run: " + e.getMessage(), e.isPermissionMissing(), e);
        }
    }

    private static List<String> trackerNames(LvsSettings settings) {
        return settings.virtualServers().stream().map(VirtualServerSettings::trackerName).toList();
    }
}
