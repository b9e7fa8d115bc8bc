package org.ninelives.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.service.condition.Condition;

/**
 * Stands for the bundle that lets others join: when those of the product have started, it installs
 * and starts the file that a system property names.
 */
public final class Joiner implements BundleActivator {

    static final String FILE = "ninelives.test.joiner";

    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        context.addServiceListener(
                event -> join(context, event), "(" + Condition.CONDITION_ID + "=*shipped)");
    }

    private static void join(BundleContext context, ServiceEvent event) {
        if (event.getType() != ServiceEvent.REGISTERED) {
            return;
        }
        context.getService(event.getServiceReference());
        Path file = Path.of(System.getProperty(FILE));
        try (InputStream content = Files.newInputStream(file)) {
            context.installBundle(file.toUri().toString(), content).start();
        } catch (IOException | BundleException e) {
            throw new IllegalStateException(e);
        }
        context.registerService(
                Condition.class,
                Condition.INSTANCE,
                FrameworkUtil.asDictionary(
                        Map.of(Condition.CONDITION_ID, "org.ninelives.bundles.added")));
    }

    @Override
    public void stop(BundleContext context) {}
}
