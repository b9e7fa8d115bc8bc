package org.ninelives.launcher;

import com.sun.jna.Native;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OSGi framework with the bundles of one folder. */
final class Container {

    /** {@code osgi.condition.id} of the condition that holds once the shipped ones were started. */
    static final String SHIPPED = "org.ninelives.bundles.shipped";

    /** The one that holds once bundles that others added were started too; a bundle tells. */
    static final String ADDED = "org.ninelives.bundles.added";

    /** {@code osgi.condition.id} of the condition that holds once every bundle was started. */
    static final String STARTED = "org.ninelives.bundles.started";

    /** {@code osgi.condition.id} of the condition that holds once a configuration is in force. */
    private static final String CONFIGURED = "org.ninelives.configuration.applied";

    /** Of the bundles of the product. */
    private static final int START_LEVEL = 2;

    /** Of those that others add: they stop last, so that none can keep the product from it. */
    private static final int START_LEVEL_OF_OTHERS = 1;

    /** So long the start of the daemon waits for bundles that are not its own. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);

    /** So long the end waits for them. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    /** Of the bundles of the product, which are not copied. */
    private static final String LOCATION = "reference:file:";

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);

    private final Felix framework;
    private final List<Bundle> shipped = new ArrayList<>();

    /** Signals that came before anybody listened to them. */
    private final Set<String> early = ConcurrentHashMap.newKeySet();

    /**
     * Starts nothing yet.
     *
     * @param properties framework properties for the bundles to read
     * @param storage an existing folder that the framework may fill
     */
    Container(Map<String, String> properties, File storage) {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put(Constants.FRAMEWORK_STORAGE, storage.getPath());
        settings.put(
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, launcherPackages());
        settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, Integer.toString(START_LEVEL));
        // The handlers hook into internals of the JDK, and nothing here opens bundle: URLs.
        settings.put("felix.service.urlhandlers", "false");
        settings.put("felix.log.logger", new FrameworkLog());
        settings.put("ds.loglevel", "warn");
        framework = new Felix(settings);
    }

    /**
     * Starts the framework and every bundle of the folder. A bundle that does not start is logged
     * and does not keep the others from it.
     *
     * @return how many bundles did not start
     * @throws BundleException if the framework itself does not start
     */
    int start(File folder) throws BundleException {
        framework.init();
        File[] files = folder.listFiles((parent, name) -> name.endsWith(".jar"));
        if (files == null) {
            throw new BundleException("there is no folder " + folder);
        }
        Arrays.sort(files);
        FrameworkStartLevel levels = framework.adapt(FrameworkStartLevel.class);
        levels.setInitialBundleStartLevel(START_LEVEL);
        int failures = 0;
        for (File file : files) {
            try {
                shipped.add(framework.getBundleContext().installBundle(LOCATION + file.getPath()));
            } catch (BundleException e) {
                failures++;
                LOG.error("Bundle {} cannot be installed", file.getName(), e);
            }
        }
        levels.setInitialBundleStartLevel(START_LEVEL_OF_OTHERS);
        framework.start();
        for (Bundle bundle : shipped) {
            failures += start(bundle) ? 0 : 1;
        }
        return failures;
    }

    /**
     * Lets the bundles that others added join, if there is a bundle that sees to it; returns when
     * they have, or when one of them does not come to an end.
     */
    void letOthersJoin() throws InterruptedException {
        CountDownLatch joined = new CountDownLatch(1);
        once(ADDED, joined::countDown);
        ServiceRegistration<Condition> offer =
                register(Condition.class, Condition.INSTANCE, Condition.CONDITION_ID, SHIPPED);
        if (offer.getReference().getUsingBundles() == null) {
            return;
        }
        if (!joined.await(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.error("Bundles that were added do not come to the end of their start; going on");
        }
    }

    /**
     * Publishes the way to end the process, and tells those who wait for it that no more bundles
     * come.
     *
     * @return whether a bundle took the way to end the process: then the work is in its hands
     */
    boolean handOver(IntConsumer exit) {
        ServiceRegistration<IntConsumer> offer =
                register(IntConsumer.class, exit, "ninelives.role", "exit");
        register(Condition.class, Condition.INSTANCE, Condition.CONDITION_ID, STARTED);
        return offer.getReference().getUsingBundles() != null;
    }

    /**
     * Publishes the way to tell the service manager something; to be called before the former.
     *
     * @param watchdogMicros the longest time between two signs of life that it wants, if any
     */
    void offer(NotifySocket manager, OptionalLong watchdogMicros) {
        register(Consumer.class, manager, "ninelives.role", "service-manager");
        watchdogMicros.ifPresent(
                micros -> register(Consumer.class, manager, "ninelives.watchdog.micros", micros));
    }

    /** Publishes something the process can do with a name; to be called before the hand-over. */
    void offer(String role, Consumer<String> deed) {
        register(Consumer.class, deed, "ninelives.role", role);
    }

    /** Runs the action once the configuration was applied, on the thread that applied it. */
    void whenConfigured(Runnable action) {
        once(CONFIGURED, action);
    }

    private void once(String condition, Runnable action) {
        BundleContext context = framework.getBundleContext();
        ServiceListener listener =
                new ServiceListener() {
                    @Override
                    public void serviceChanged(ServiceEvent event) {
                        if (event.getType() == ServiceEvent.REGISTERED) {
                            context.removeServiceListener(this);
                            action.run();
                        }
                    }
                };
        try {
            context.addServiceListener(
                    listener, "(" + Condition.CONDITION_ID + "=" + condition + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Runs every service that listens to the signal, one after the other, on this thread. One that
     * comes while the daemon starts, when nobody listens, is kept for {@link #repeatEarlySignals}.
     */
    void signal(String name) {
        BundleContext context = framework.getBundleContext();
        if (context == null) {
            early.add(name);
            return;
        }
        try {
            Collection<ServiceReference<Runnable>> listeners =
                    context.getServiceReferences(Runnable.class, "(ninelives.signal=" + name + ")");
            if (listeners.isEmpty()) {
                early.add(name);
            }
            for (ServiceReference<Runnable> listener : listeners) {
                runIfThere(context, listener, name);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** Hands over what nobody has heard, once: the configuration may have been read before it. */
    void repeatEarlySignals() {
        for (String name : List.copyOf(early)) {
            early.remove(name);
            signal(name);
        }
    }

    /**
     * Stops the bundles in reverse order of their start, and the framework; one that was added and
     * does not stop is left as it is. Where none was added, a slow stop is only slow.
     *
     * @throws InterruptedException if interrupted before all of them were stopped
     */
    void stop() throws InterruptedException {
        boolean mayBeLeft = hasOthers();
        try {
            framework.stop();
        } catch (BundleException e) {
            LOG.error("The container does not stop", e);
        }
        boolean running = isRunning();
        while (running && (!mayBeLeft || shipped.stream().anyMatch(Container::isStarted))) {
            running = isRunning();
        }
        if (running) {
            LOG.warn("Bundles that were added do not stop; ending all the same");
        }
    }

    /** Whether a bundle is part of the product, the framework included. */
    static boolean isShipped(Bundle bundle) {
        return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                || bundle.getLocation().startsWith(LOCATION);
    }

    private boolean hasOthers() {
        BundleContext context = framework.getBundleContext();
        return context != null
                && Arrays.stream(context.getBundles()).anyMatch(bundle -> !isShipped(bundle));
    }

    /** Waits for the end of the framework, and tells whether it has not come. */
    private boolean isRunning() throws InterruptedException {
        return framework.waitForStop(STOP_PATIENCE.toMillis()).getType()
                == FrameworkEvent.WAIT_TIMEDOUT;
    }

    /** The libraries below may have to wait for bundles of others. */
    private static boolean isStarted(Bundle bundle) {
        return bundle.getSymbolicName().startsWith("org.ninelives.")
                && (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING)) != 0;
    }

    private static boolean start(Bundle bundle) {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
            return true;
        }
        try {
            bundle.start();
            return true;
        } catch (BundleException e) {
            Optional<String> missing = MissingPackage.of(e);
            if (missing.isPresent()) {
                LOG.error(
                        "Bundle {} does not start: no bundle here has the package {}; put the"
                                + " .jar with it back into the folder bundles, or take this one"
                                + " out",
                        bundle.getSymbolicName(),
                        missing.get());
            } else {
                LOG.error("Bundle {} does not start", bundle.getSymbolicName(), e);
            }
            return false;
        }
    }

    private static void runIfThere(
            BundleContext context, ServiceReference<Runnable> reference, String name) {
        Runnable service = context.getService(reference);
        if (service == null) {
            return;
        }
        try {
            service.run();
        } catch (RuntimeException e) {
            LOG.error("Signal {} was not handled", name, e);
        } finally {
            context.ungetService(reference);
        }
    }

    private <S> ServiceRegistration<S> register(
            Class<S> type, S service, String key, Object value) {
        return framework
                .getBundleContext()
                .registerService(type, service, FrameworkUtil.asDictionary(Map.of(key, value)));
    }

    /** What the launcher's class path lends to bundles, with the versions that lie there. */
    private static String launcherPackages() {
        String slf4j = LoggerFactory.class.getPackage().getImplementationVersion();
        return packages(slf4j, "org.slf4j", "org.slf4j.spi", "org.slf4j.event", "org.slf4j.helpers")
                + ","
                + packages(Native.VERSION, "com.sun.jna", "com.sun.jna.ptr");
    }

    private static String packages(String version, String... names) {
        return String.join(";", names) + ";version=\"" + version + "\"";
    }
}
