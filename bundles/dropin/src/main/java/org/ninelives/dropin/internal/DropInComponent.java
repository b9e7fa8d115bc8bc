package org.ninelives.dropin.internal;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.EventSink;
import org.ninelives.dropin.engine.Farewell;
import org.ninelives.dropin.engine.FolderWatch;
import org.ninelives.dropin.engine.Installer;
import org.ninelives.dropin.engine.Vestibule;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets bundles join once those of the product have started, and says by the condition {@code
 * org.ninelives.bundles.added} when those that lay there have.
 */
@Component(immediate = true)
public final class DropInComponent {

    private static final Logger LOG = LoggerFactory.getLogger(DropInComponent.class);

    private static final String ADDED = "org.ninelives.bundles.added";

    private final BundleContext context;
    private final EventSink events;
    private final FolderWatch watch;
    private final Farewell farewell;
    private final BundleBeans beans;
    private final SynchronousBundleListener frameworkStop = this::bundleChanged;

    /**
     * Begins and returns.
     *
     * @param shippedStarted is there when every bundle of the product was started
     */
    @Activate
    public DropInComponent(
            BundleContext context,
            @Reference EventSink events,
            @Reference ServiceComponentRuntime components,
            @Reference(target = "(osgi.condition.id=org.ninelives.bundles.shipped)")
                    Condition shippedStarted) {
        this.context = context;
        this.events = events;
        DropInSettings settings = DropInSettings.from(context::getProperty);
        settings.objection().ifPresent(objection -> LOG.error("{}", objection));
        Vestibule.open(context);
        Installer installer =
                new Installer(
                        context,
                        settings.folder(),
                        settings.checksumList(),
                        context.getDataFile("").toPath());
        watch = new FolderWatch(settings.folder(), installer, this::tell);
        farewell = new Farewell(installer, watch);
        beans = new BundleBeans(context, installer, watch, components, settings);
        context.addBundleListener(frameworkStop);
        CompletableFuture<Void> added = watch.start();
        var unused = added.thenRun(() -> added(settings.running()));
    }

    private void added(boolean running) {
        context.registerService(
                Condition.class,
                Condition.INSTANCE,
                FrameworkUtil.asDictionary(Map.of(Condition.CONDITION_ID, ADDED)));
        if (!running) {
            watch.close();
        }
    }

    private void tell(boolean bad, String text) {
        if (bad) {
            LOG.error("{}", text);
        } else {
            LOG.info("{}", text);
        }
        events.publish(new DaemonEvent("bundle", text));
    }

    /** Those that were dropped in go first, while all that they may use is still there. */
    private void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING
                && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            farewell.run();
        }
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(frameworkStop);
        watch.close();
        beans.close();
    }
}
