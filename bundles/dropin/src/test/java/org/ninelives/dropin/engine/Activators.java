package org.ninelives.dropin.engine;

import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/**
 * What bundles do when they start and stop. They are loaded again inside the framework, so all that
 * they share with the test are system properties.
 */
final class Activators {

    static final String EVENTS = "ninelives.test.dropin";

    private Activators() {}

    private static void tell(BundleContext context, String event) {
        synchronized (EVENTS.intern()) {
            String before = System.getProperty(EVENTS, "");
            String name = context.getBundle().getSymbolicName();
            System.setProperty(EVENTS, before + name + " " + event + ";");
        }
    }

    /** What has happened since this was asked last. */
    static String take() {
        synchronized (EVENTS.intern()) {
            String events = System.getProperty(EVENTS, "");
            System.clearProperty(EVENTS);
            return events;
        }
    }

    /** Does as it should. */
    public static final class Plain implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            tell(context, "starts");
        }

        @Override
        public void stop(BundleContext context) {
            tell(context, "stops");
        }
    }

    /** Fails in its start. */
    public static final class Thrower implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("no such device");
        }

        @Override
        public void stop(BundleContext context) {}
    }

    /** Fails in its stop. */
    public static final class BadLoser implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            tell(context, "starts");
        }

        @Override
        public void stop(BundleContext context) {
            throw new IllegalStateException("not now");
        }
    }

    /** Waits in its start until it is interrupted. */
    public static final class Sleeper implements BundleActivator {
        @Override
        public void start(BundleContext context) throws InterruptedException {
            tell(context, "sleeps");
            Thread.sleep(Long.MAX_VALUE);
        }

        @Override
        public void stop(BundleContext context) {}
    }

    /** Waits in its stop for a system property to go, and heeds nothing else. */
    public static final class Stayer implements BundleActivator {
        static final String STAYS = "ninelives.test.stays";

        @Override
        public void start(BundleContext context) {
            tell(context, "starts");
        }

        @Override
        public void stop(BundleContext context) {
            while (System.getProperty(STAYS) != null) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    /** Registers a service that is made when it is asked for, which only an interrupt ends. */
    public static final class SlowMaker implements BundleActivator, ServiceFactory<Runnable> {
        @Override
        public void start(BundleContext context) {
            context.registerService(Runnable.class, this, null);
        }

        @Override
        public Runnable getService(Bundle bundle, ServiceRegistration<Runnable> registration) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return () -> {};
        }

        @Override
        public void ungetService(
                Bundle bundle, ServiceRegistration<Runnable> registration, Runnable service) {}

        @Override
        public void stop(BundleContext context) {}
    }

    /** Starts threads that do not end before a system property is set. */
    public static final class Spawner implements BundleActivator {
        static final String OVER = "ninelives.test.over";

        @Override
        public void start(BundleContext context) {
            for (int i = 0; i < 5; i++) {
                new Thread(Spawner::stay).start();
            }
        }

        private static void stay() {
            while (System.getProperty(OVER) == null) {
                LockSupport.parkNanos(1_000_000);
            }
        }

        @Override
        public void stop(BundleContext context) {}
    }
}
