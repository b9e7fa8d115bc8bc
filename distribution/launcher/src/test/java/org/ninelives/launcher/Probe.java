package org.ninelives.launcher;

import java.util.Map;
import java.util.function.IntConsumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.service.condition.Condition;
import org.slf4j.LoggerFactory;

/**
 * Stands for the daemon's bundle. It is loaded again inside the container, so it tells what it saw
 * by a system property: that is all it shares with the test.
 */
public final class Probe implements BundleActivator {

    static final String EVENTS = "ninelives.test.events";

    private static final int STATUS = 7;

    @Override
    public void start(BundleContext context) throws Exception {
        LoggerFactory.getLogger(Probe.class).debug("the launcher's slf4j is visible");
        tell("started in mode " + context.getProperty("ninelives.mode"));
        context.addServiceListener(
                event -> hear(context, event), "(" + Condition.CONDITION_ID + "=*started)");
        Runnable listener = () -> tell("signal HUP");
        context.registerService(
                Runnable.class,
                listener,
                FrameworkUtil.asDictionary(Map.of("ninelives.signal", "HUP")));
    }

    @Override
    public void stop(BundleContext context) {
        tell("stopped");
    }

    private static void hear(BundleContext context, ServiceEvent event) {
        if (event.getType() != ServiceEvent.REGISTERED) {
            return;
        }
        tell("condition " + event.getServiceReference().getProperty(Condition.CONDITION_ID));
        ServiceReference<IntConsumer> exit = context.getServiceReference(IntConsumer.class);
        context.getService(exit).accept(STATUS);
        context.registerService(
                Condition.class,
                Condition.INSTANCE,
                FrameworkUtil.asDictionary(
                        Map.of(Condition.CONDITION_ID, "org.ninelives.configuration.applied")));
    }

    private static void tell(String event) {
        System.setProperty(EVENTS, System.getProperty(EVENTS, "") + event + ";");
    }
}
