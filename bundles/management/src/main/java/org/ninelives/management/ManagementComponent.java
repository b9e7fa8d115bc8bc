package org.ninelives.management;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.management.MBeanServer;
import org.ninelives.api.access.Users;
import org.ninelives.api.management.BeanSource;
import org.ninelives.api.management.JournalListener;
import org.ninelives.management.access.KnownUsers;
import org.ninelives.management.access.RemoteAccess;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts JMX once the first configuration runs, on a thread of its own. */
@Component(immediate = true)
public final class ManagementComponent {

    private static final Logger LOG = LoggerFactory.getLogger(ManagementComponent.class);

    private final BundleContext context;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("jmx").daemon().unstarted(task));
    private final EventNotifications notifications = new EventNotifications();
    private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();
    private ServiceRegistration<JournalListener> listener;
    private ServiceRegistration<Users> users;
    private RemoteAccess remoteAccess;

    /**
     * Posts the work and returns.
     *
     * @param configurationApplied is there as soon as the first configuration runs
     */
    @Activate
    public ManagementComponent(
            BundleContext context,
            @Reference(target = "(osgi.condition.id=org.ninelives.configuration.applied)")
                    Condition configurationApplied) {
        this.context = context;
        thread.execute(this::open);
    }

    private synchronized void open() {
        if (thread.isShutdown()) {
            return;
        }
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            Filter filter = FrameworkUtil.createFilter(BeanWhiteboard.FILTER);
            BeanRegistrar registrar = new BeanRegistrar(beans, notifications);
            open(new ServiceTracker<>(context, filter, new BeanWhiteboard(context, registrar)));
            open(
                    new ServiceTracker<>(
                            context, BeanSource.class, new BeanSources(context, registrar)));
            listener = context.registerService(JournalListener.class, notifications, null);
            users =
                    context.registerService(
                            Users.class,
                            new KnownUsers(context::getProperty, beans, registrar::hasRegistered),
                            null);
            remoteAccess =
                    new RemoteAccess(context::getProperty, beans, registrar::hasRegistered, thread);
            remoteAccess.open();
        } catch (IllegalArgumentException e) {
            LOG.error("No JMX connector: {}", e.getMessage());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(ServiceTracker<?, ?> tracker) {
        trackers.add(tracker);
        tracker.open();
    }

    /** Takes the beans out and frees the port. */
    @Deactivate
    public void close() {
        thread.shutdownNow();
        closeParts();
    }

    private synchronized void closeParts() {
        if (users != null) {
            users.unregister();
        }
        if (remoteAccess != null) {
            remoteAccess.close();
        }
        trackers.reversed().forEach(ServiceTracker::close);
        if (listener != null) {
            listener.unregister();
        }
        notifications.close();
    }
}
