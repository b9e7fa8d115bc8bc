package org.ninelives.dropin.internal;

import java.util.Map;
import javax.management.ObjectName;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.management.BundleFolderMXBean;
import org.ninelives.api.management.BundleMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.dropin.engine.FolderWatch;
import org.ninelives.dropin.engine.Installer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** A bean for each bundle as long as it is installed, and one for the folder. */
final class BundleBeans implements AutoCloseable {

    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final BundleContext context;
    private final Provided<CheckerType> checkers;
    private final Provided<ConfigSection> sections;
    private final BundleTracker<Published> bundles;
    private final ServiceRegistration<BundleFolderMXBean> folder;

    private record Published(BundleBean bean, ServiceRegistration<BundleMXBean> registration) {}

    /** Publishes them. */
    BundleBeans(
            BundleContext context,
            Installer installer,
            FolderWatch watch,
            ServiceComponentRuntime components,
            DropInSettings settings) {
        this.context = context;
        checkers = Provided.checkers(context);
        sections = Provided.sections(context);
        Facts facts =
                new Facts(installer, watch, checkers, sections, new ComponentProblems(components));
        bundles = new BundleTracker<>(context, INSTALLED, new Publisher(facts));
        folder =
                publish(
                        BundleFolderMXBean.class,
                        new FolderBean(watch, settings),
                        ObjectNames.bundleFolder());
        checkers.open();
        sections.open();
        bundles.open();
    }

    private final class Publisher implements BundleTrackerCustomizer<Published> {

        private final Facts facts;

        Publisher(Facts facts) {
            this.facts = facts;
        }

        @Override
        public Published addingBundle(Bundle bundle, BundleEvent event) {
            // What is no bundle by the second manifest version has no name.
            if (bundle.getSymbolicName() == null) {
                return null;
            }
            BundleBean bean = new BundleBean(bundle, facts);
            return new Published(
                    bean,
                    publish(
                            BundleMXBean.class,
                            bean,
                            ObjectNames.bundle(bundle.getSymbolicName())));
        }

        @Override
        public void modifiedBundle(Bundle bundle, BundleEvent event, Published published) {
            published.bean().changed();
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, Published published) {
            published.registration().unregister();
        }
    }

    private <B> ServiceRegistration<B> publish(Class<B> type, B bean, ObjectName name) {
        return context.registerService(
                type,
                bean,
                FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, name.toString())));
    }

    @Override
    public void close() {
        bundles.close();
        folder.unregister();
        checkers.close();
        sections.close();
    }
}
