package org.ninelives.overrides.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.OverrideTarget;
import org.ninelives.api.override.Overrides;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Values;
import org.ninelives.overrides.engine.Keeper;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The list of overrides as a service and a bean. It owns no keyword; as a section it hears of
 * reloads, after those whose objects are overridden, so that a reload that they refuse ends
 * nothing. Where the daemon only reads a configuration, nothing is restored.
 */
@Component(immediate = true, property = "service.ranking:Integer=10")
public final class OverridesSection implements ConfigSection {

    private static final String MODE = "ninelives.mode";
    private static final String RUN = "run";

    private final BundleContext context;
    private final Keeper keeper;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /** Takes up what was stored before anybody can ask for it. */
    @Activate
    public OverridesSection(BundleContext context, @Reference EventSink sink) {
        this.context = context;
        keeper =
                Keeper.of(
                        ThisRun.stateFile(context::getProperty),
                        ThisRun.user(),
                        ThisRun.name(),
                        sink);
        if (RUN.equals(context.getProperty(MODE))) {
            keeper.start();
            registrations.add(context.registerService(Overrides.class, keeper, null));
            String name = ObjectNames.overrides().toString();
            registrations.add(
                    context.registerService(
                            OverridesMXBean.class,
                            new OverridesBean(keeper),
                            FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, name))));
        }
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
        keeper.close();
        boolean daemonStops =
                context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.STOPPING;
        if (!daemonStops && !registrations.isEmpty()) {
            keeper.handOver();
        }
    }

    @Reference(
            service = OverrideTarget.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addTarget(OverrideTarget target) {
        keeper.add(target);
    }

    void removeTarget(OverrideTarget target) {
        keeper.remove(target);
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        List<PlannedChange> changes =
                keeper.all().stream()
                        .filter(each -> each.lasting().equals(Lasting.UNTIL_RELOAD.name()))
                        .map(OverridesSection::ending)
                        .toList();
        return Prepared.of(changes, keeper::reloaded);
    }

    private static PlannedChange ending(OverrideStatus override) {
        return new PlannedChange(
                PlannedChange.Kind.REMOVE,
                "override",
                "%s of %s %s".formatted(override.kind(), override.subject(), override.value()));
    }
}
