package org.ninelives.check.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckEngine;
import org.ninelives.api.check.CheckListener;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.system.Networks;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.check.engine.CheckService;
import org.ninelives.config.grammar.Values;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The engine of checks with the checkers that are installed. */
@Component(service = CheckEngine.class)
public final class CheckComponent implements CheckEngine {

    private final CheckService service;
    private final InstalledCheckers checkers;
    private final CheckBeans beans;
    private final BeansOfChecks beansOfChecks;

    @Activate
    public CheckComponent(BundleContext context, @Reference Networks networks) {
        ReadAnew readAnew = new ReadAnew(context, this::isWaiting);
        service = new CheckService(networks, System.nanoTime(), readAnew::start);
        beans = new CheckBeans(context, service);
        beansOfChecks = new BeansOfChecks(context, service);
        checkers = new InstalledCheckers(service, beans);
    }

    private boolean isWaiting() {
        return service.isWaiting();
    }

    @Deactivate
    void stop() {
        beansOfChecks.close();
        checkers.close();
        beans.close();
        service.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeCheckerType")
    void addCheckerType(ServiceReference<CheckerType> reference, CheckerType type) {
        checkers.add(reference, type);
    }

    void removeCheckerType(ServiceReference<CheckerType> reference) {
        checkers.remove(reference);
    }

    // Those that apply before virtual servers: these are sources too, and need this engine.
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(service.ranking>=400)",
            unbind = "removeTrackerSource")
    void addTrackerSource(TrackerSource source) {
        service.add(source);
    }

    void removeTrackerSource(TrackerSource source) {
        service.remove(source);
    }

    @Override
    public void follow(
            List<CheckAssignment> assignments,
            Optional<String> networkNamespace,
            CheckListener listener) {
        service.follow(assignments, networkNamespace, listener);
        checkers.forgetUnused();
        beansOfChecks.publish(assignments);
    }

    @Override
    public CheckResult once(
            Check check, Values root, Optional<String> networkNamespace, Consumer<String> story)
            throws InterruptedException {
        return service.once(check, root, networkNamespace, story);
    }
}
