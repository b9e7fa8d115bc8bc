package org.ninelives.daemon;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.EventSink;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon as such: from the pid file to the last reload. */
final class Run implements AutoCloseable {

    /** How finely the time of a reload is kept, and how soon a failure is seen. */
    private static final int LOOK_SECONDS = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final BundleContext context;
    private final DaemonSettings settings;
    private final FileSource source;
    private final RunningConfiguration configuration;
    private final Reloads reloads;
    private final ScheduledReload schedule;
    private final EventSink sink;
    private final Journal journal;
    private final ScheduledExecutorService thread;
    private final OwnProcess process;
    private final PidFiles pidFiles = new PidFiles();
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private final SynchronousBundleListener frameworkStop = this::bundleChanged;
    private boolean closed;

    /**
     * Does nothing yet.
     *
     * @param reloads the ways to another configuration
     * @param schedule asks for reloads
     * @param thread the thread on which configurations are read and applied
     * @param process the process this is
     */
    Run(
            BundleContext context,
            DaemonSettings settings,
            FileSource source,
            RunningConfiguration configuration,
            Reloads reloads,
            ScheduledReload schedule,
            EventSink sink,
            Journal journal,
            ScheduledExecutorService thread,
            OwnProcess process) {
        this.context = context;
        this.settings = settings;
        this.source = source;
        this.configuration = configuration;
        this.reloads = reloads;
        this.schedule = schedule;
        this.sink = sink;
        this.journal = journal;
        this.thread = thread;
        this.process = process;
    }

    /** Starts, or ends the process with the reason in the log. */
    void begin() {
        // Outside the lock: the exit stops this bundle, which waits for the lock.
        start().ifPresent(process::exit);
    }

    private synchronized OptionalInt start() {
        if (closed) {
            return OptionalInt.empty();
        }
        long pid = ProcessHandle.current().pid();
        OptionalInt status = configuration.start(reading -> becomeWhoItNames(reading, pid));
        if (status.isPresent()) {
            return status;
        }
        // Who reads that the start is complete may send a signal at once.
        publish();
        LOG.info("Startup complete");
        tell("Startup complete");
        reloads.started(pid);
        var unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        context.addBundleListener(frameworkStop);
        if (settings.dump()) {
            configuration.effective().lines().forEach(line -> LOG.info("{}", line));
        }
        return OptionalInt.empty();
    }

    /** Does what must be done before anything of the configuration is applied. */
    private OptionalInt becomeWhoItNames(Reading reading, long pid) {
        Identity identity = Identity.of(reading.root(), settings.namespace());
        process.renameInLog(identity.logName());
        try {
            identity.name().namespace().ifPresent(process::enterNamespace);
        } catch (UncheckedIOException e) {
            LOG.error("Cannot run in {}", e.getMessage());
            return OptionalInt.of(ExitStatus.FATAL);
        }
        return pidFiles.take(
                        settings.pidFiles(),
                        identity.pidFiles(Part.of(reading.parsed().statements())),
                        identity.folders(),
                        pid)
                ? OptionalInt.empty()
                : OptionalInt.of(ExitStatus.FATAL);
    }

    /** What time brings. */
    private void look() {
        try {
            schedule.look();
            reloads.look();
        } catch (RuntimeException e) {
            LOG.error("The look at the time of reloads failed", e);
        }
    }

    private void publish() {
        ReloadQueue queue = new ReloadQueue(thread, reloads::reload);
        register(Runnable.class, () -> queue.requestOnly("SIGHUP"), "ninelives.signal", "HUP");
        ReloadQueue readings = new ReloadQueue(thread, reloads::readAnew);
        register(
                Runnable.class,
                () -> readings.requestOnly("bundles"),
                "ninelives.request",
                "read-anew");
        DaemonBean daemon =
                new DaemonBean(context, settings, source.configId(), journal, this::stopSoon);
        bean(DaemonMXBean.class, daemon, ObjectNames.daemon());
        bean(
                ConfigurationMXBean.class,
                new ConfigurationBean(configuration, reloads, schedule, queue, thread),
                ObjectNames.configuration());
        register(
                Condition.class,
                Condition.INSTANCE,
                Condition.CONDITION_ID,
                "org.ninelives.configuration.applied");
    }

    /** Told while everybody who may hear it is still there. */
    private void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING
                && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            tell("Stopping");
        }
    }

    private void tell(String text) {
        sink.publish(new DaemonEvent("daemon", text));
    }

    /** The client gets its answer before the connector goes. */
    private void stopSoon() {
        Thread.ofPlatform().name("stop").start(() -> process.exit(ExitStatus.NORMAL));
    }

    private <T> void bean(Class<T> type, T bean, ObjectName name) {
        register(type, bean, ObjectNames.PROPERTY, name.toString());
    }

    private <T> void register(Class<T> type, T service, String property, String value) {
        services.add(
                context.registerService(
                        type, service, FrameworkUtil.asDictionary(Map.of(property, value))));
    }

    @Override
    public synchronized void close() {
        closed = true;
        context.removeBundleListener(frameworkStop);
        services.reversed().forEach(ServiceRegistration::unregister);
        services.clear();
        pidFiles.close();
    }
}
