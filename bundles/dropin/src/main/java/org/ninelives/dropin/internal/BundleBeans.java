package org.ninelives.dropin.internal;

import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanCollection;
import org.ninelives.api.management.BundleFolderMXBean;
import org.ninelives.api.management.BundleMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.dropin.engine.FolderWatch;
import org.ninelives.dropin.engine.Installer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** A bean for each bundle as long as it is installed, and one for the folder. */
final class BundleBeans implements AutoCloseable {

    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final BeanCollection published;
    private final Provided<CheckerType> checkers;
    private final Provided<ConfigSection> sections;
    private final BundleTracker<BundleBean> bundles;

    /** Publishes them. */
    BundleBeans(
            BundleContext context,
            Installer installer,
            FolderWatch watch,
            ServiceComponentRuntime components,
            DropInSettings settings) {
        published = new BeanCollection(context);
        checkers = Provided.checkers(context);
        sections = Provided.sections(context);
        Facts facts =
                new Facts(installer, watch, checkers, sections, new ComponentProblems(components));
        bundles = new BundleTracker<>(context, INSTALLED, new Publisher(facts));
        published.add(
                new Bean<>(
                        ObjectNames.bundleFolder(),
                        BundleFolderMXBean.class,
                        new FolderBean(watch, settings)));
        checkers.open();
        sections.open();
        bundles.open();
    }

    private final class Publisher implements BundleTrackerCustomizer<BundleBean> {

        private final Facts facts;

        Publisher(Facts facts) {
            this.facts = facts;
        }

        @Override
        public BundleBean addingBundle(Bundle bundle, BundleEvent event) {
            // What is no bundle by the second manifest version has no name.
            if (bundle.getSymbolicName() == null) {
                return null;
            }
            BundleBean bean = new BundleBean(bundle, facts);
            published.add(named(bundle, bean));
            return bean;
        }

        @Override
        public void modifiedBundle(Bundle bundle, BundleEvent event, BundleBean bean) {
            bean.changed();
        }

        @Override
        public void removedBundle(Bundle bundle, BundleEvent event, BundleBean bean) {
            published.remove(named(bundle, bean));
        }

        private static Bean<BundleMXBean> named(Bundle bundle, BundleBean bean) {
            return new Bean<>(
                    ObjectNames.bundle(bundle.getSymbolicName()), BundleMXBean.class, bean);
        }
    }

    @Override
    public void close() {
        bundles.close();
        published.close();
        checkers.close();
        sections.close();
    }
}
