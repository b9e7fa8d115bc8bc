package org.ninelives.launcher;

import com.sun.jna.Native;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.felix.framework.Felix;
import org.ninelives.launcher.dropin.DropInFolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OSGi framework with the bundles of one folder. */
final class Container {

    /** {@code osgi.condition.id} of the condition that holds once every bundle was started. */
    static final String STARTED = "org.ninelives.bundles.started";

    /** {@code osgi.condition.id} of the condition that holds once a configuration is in force. */
    private static final String CONFIGURED = "org.ninelives.configuration.applied";

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);

    private final Felix framework;

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
        int failures = 0;
        List<Bundle> bundles = new ArrayList<>(files.length);
        for (File file : files) {
            try {
                bundles.add(
                        framework
                                .getBundleContext()
                                .installBundle("reference:file:" + file.getPath()));
            } catch (BundleException e) {
                failures++;
                LOG.error("Bundle {} cannot be installed", file.getName(), e);
            }
        }
        framework.start();
        for (Bundle bundle : bundles) {
            failures += start(bundle) ? 0 : 1;
        }
        return failures;
    }

    /** The folder of bundles that are added to those of the product. */
    DropInFolder dropIns(Path folder) {
        return new DropInFolder(framework.getBundleContext(), folder);
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

    /** Publishes the way to tell the service manager something; to be called before the former. */
    void offer(NotifySocket manager) {
        register(Consumer.class, manager, "ninelives.role", "service-manager");
    }

    /** Runs the action once the configuration was applied, on the thread that applied it. */
    void whenConfigured(Runnable action) {
        BundleContext context = framework.getBundleContext();
        ServiceListener once =
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
            context.addServiceListener(once, "(" + Condition.CONDITION_ID + "=" + CONFIGURED + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs every service that listens to the signal, one after the other, on this thread. */
    void signal(String name) {
        BundleContext context = framework.getBundleContext();
        if (context == null) {
            return;
        }
        try {
            for (ServiceReference<Runnable> reference :
                    context.getServiceReferences(
                            Runnable.class, "(ninelives.signal=" + name + ")")) {
                runIfThere(context, reference, name);
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /**
     * Stops the bundles in reverse order of their start, and the framework.
     *
     * @throws InterruptedException if interrupted before all of them were stopped
     */
    void stop() throws InterruptedException {
        try {
            framework.stop();
        } catch (BundleException e) {
            LOG.error("The container does not stop", e);
        }
        framework.waitForStop(0);
    }

    private static boolean start(Bundle bundle) {
        if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
            return true;
        }
        try {
            bundle.start();
            return true;
        } catch (BundleException e) {
            LOG.error("Bundle {} does not start", bundle.getSymbolicName(), e);
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
            Class<S> type, S service, String key, String value) {
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
