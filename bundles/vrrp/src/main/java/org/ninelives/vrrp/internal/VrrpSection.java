package org.ninelives.vrrp.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.StopHook;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.override.OptionalOverrides;
import org.ninelives.api.override.OverrideTarget;
import org.ninelives.api.override.Overrides;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.Scripts;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.Pulse;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.engine.VrrpService;
import org.ninelives.vrrp.engine.Watchers;
import org.ninelives.vrrp.settings.ReadInstances;
import org.ninelives.vrrp.settings.SettingsReader;
import org.ninelives.vrrp.settings.VrrpPlan;
import org.ninelives.vrrp.settings.VrrpSettings;
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

/** All that is said about VRRP, outside all blocks and in {@code global_defs}. */
@Component(property = "service.ranking:Integer=100")
public final class VrrpSection implements ConfigSection {

    private static final Logger LOG = LoggerFactory.getLogger(VrrpSection.class);

    private static final String SUBSYSTEMS = "ninelives.subsystems";
    private static final String RELEASE = "ninelives.release.vrrp";
    private static final String CHECKERS_ONLY = "check";

    /** However long a hook takes, the other nodes shall not wait longer for the addresses. */
    private static final Duration LIMIT_OF_HOOKS = Duration.ofSeconds(10);

    private final BundleContext context;
    private final OptionalOverrides overrides = new OptionalOverrides();
    private final List<ServiceRegistration<?>> offered;
    private final VrrpBeans beans;
    private final NotifyScripts notifyScripts = new NotifyScripts();
    private final StopHooks hooks = new StopHooks(LIMIT_OF_HOOKS);
    private final SynchronousBundleListener frameworkStop = this::bundleChanged;
    private final Watchers watchers = new Watchers();
    private final VrrpService service;
    private final boolean wanted;
    private final ReadInstances readInstances = new ReadInstances();
    private VrrpSettings current = VrrpSettings.NONE;
    private boolean stopped;

    @Activate
    public VrrpSection(
            BundleContext context, @Reference Machine machine, @Reference EventSink sink) {
        this.context = context;
        beans = new VrrpBeans(context, sink, overrides);
        boolean releases = !"false".equals(context.getProperty(RELEASE));
        service = new VrrpService(machine, beans, releases, watchers);
        beans.serve(service);
        wanted = !CHECKERS_ONLY.equals(context.getProperty(SUBSYSTEMS));
        context.addBundleListener(frameworkStop);
        // Registered by itself: who keeps overrides needs it, and it needs them.
        offered =
                List.of(
                        context.registerService(
                                OverrideTarget.class, new RouterOverrides(service), null),
                        context.registerService(Pulse.class, service::whenReached, null),
                        context.registerService(
                                DumpSource.class,
                                new VrrpDump(service, watchers::scriptCommand),
                                null));
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
        offered.forEach(ServiceRegistration::unregister);
        stop();
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        hooks.call(masters());
        service.stop();
        beans.exist(VrrpSettings.NONE);
        beans.close();
    }

    private List<VrrpSubject> masters() {
        try {
            return service.masters();
        } catch (IllegalStateException e) {
            LOG.warn("Stopping without a look at who is master: {}", e.getMessage());
            return List.of();
        }
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

    @Reference(
            service = StopHook.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addStopHook(StopHook hook) {
        hooks.add(hook);
    }

    void removeStopHook(StopHook hook) {
        hooks.remove(hook);
    }

    @Reference(
            service = Scripts.class,
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    void setScripts(Scripts scripts) {
        notifyScripts.runBy(scripts);
    }

    void unsetScripts(Scripts scripts) {
        notifyScripts.runBy(null);
    }

    @Reference(
            service = TrackerSource.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addTrackerSource(TrackerSource source) {
        watchers.add(source);
    }

    void removeTrackerSource(TrackerSource source) {
        watchers.remove(source);
    }

    @Override
    public BlockGrammar root() {
        return SettingsReader.ROOT;
    }

    @Override
    public BlockGrammar globalDefs() {
        return SettingsReader.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        VrrpSettings read =
                SettingsReader.read(
                        root,
                        globalDefs,
                        problems,
                        new KeyFilesOnDisk(),
                        new NameFiles(Path.of("/"), SettingsReader.nameFolders(globalDefs)).read(),
                        watchers.known(root),
                        readInstances);
        VrrpSettings next = wanted ? read : VrrpSettings.NONE;
        ScriptRules rules = ScriptRules.of(globalDefs);
        List<PlannedChange> changes = VrrpPlan.changes(current, next);
        return Prepared.of(
                changes,
                () -> {
                    notifyScripts.inspect(next, rules);
                    apply(next);
                });
    }

    private synchronized void apply(VrrpSettings next) throws ApplyException {
        if (stopped) {
            throw new ApplyException("VRRP has stopped already", false, null);
        }
        try {
            service.apply(next);
            beans.exist(next);
            current = next;
        } catch (SystemException e) {
            throw new ApplyException(
                    "VRRP cannot run: " + e.getMessage(), e.isPermissionMissing(), e);
        }
    }
}
