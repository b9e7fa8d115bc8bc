package org.ninelives.dbus.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.api.management.Caller;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.dbus.bus.Node;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daemon as its beans tell it, and the services that listen to its signals. */
final class PublishedNode implements Node {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedNode.class);

    private final BundleContext context;
    private final BeanLookup beans;

    PublishedNode(BundleContext context) {
        this.context = context;
        beans = new BeanLookup(context);
    }

    @Override
    public List<Instance> instances() {
        List<Instance> instances = new ArrayList<>();
        beans.forEach(
                VrrpInstanceMXBean.class,
                (name, bean) -> {
                    VrrpInstanceStatus status = bean.getStatus();
                    // The bean of one that has ended stays until everybody has been told.
                    if (status.virtualRouterId() != 0) {
                        instances.add(
                                new Instance(
                                        status.name(),
                                        status.interfaceName(),
                                        status.virtualRouterId(),
                                        status.family(),
                                        VrrpState.valueOf(status.state())));
                    }
                });
        return instances;
    }

    @Override
    public VrrpState state(String instance) {
        VrrpState[] state = {VrrpState.INIT};
        withInstance(instance, bean -> state[0] = VrrpState.valueOf(bean.getState()));
        return state[0];
    }

    @Override
    public void sendGarp(String instance) {
        withInstance(instance, VrrpInstanceMXBean::sendGarp);
    }

    private void withInstance(String instance, Consumer<VrrpInstanceMXBean> work) {
        String wanted = ObjectNames.vrrpInstance(instance).toString();
        List<VrrpInstanceMXBean> found = new ArrayList<>();
        beans.forEach(
                VrrpInstanceMXBean.class,
                (name, bean) -> {
                    if (name.equals(wanted)) {
                        found.add(bean);
                    }
                });
        if (found.isEmpty()) {
            throw new IllegalStateException(instance + " does not run any more");
        }
        found.forEach(work);
    }

    @Override
    public void print(Order order) {
        Collection<ServiceReference<Runnable>> listeners = listeners(order);
        if (listeners.isEmpty()) {
            throw new IllegalStateException("no installed bundle writes that");
        }
        for (ServiceReference<Runnable> reference : listeners) {
            Runnable listener = context.getService(reference);
            if (listener != null) {
                listener.run();
                context.ungetService(reference);
            }
        }
    }

    private Collection<ServiceReference<Runnable>> listeners(Order order) {
        try {
            return context.getServiceReferences(
                    Runnable.class, "(ninelives.signal=" + order.signal() + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(order.signal(), e);
        }
    }

    /**
     * Who asked is told at once, as keepalived does; the log and the history say what came of it.
     */
    @Override
    public void reload() {
        List<Callable<?>> reloads = new ArrayList<>();
        beans.forEach(ConfigurationMXBean.class, (name, bean) -> reloads.add(bean::reload));
        if (reloads.isEmpty()) {
            throw new IllegalStateException("nothing runs yet that could be reloaded");
        }
        Caller caller = Caller.current();
        Thread.ofVirtual().name("dbus-reload").start(() -> reload(caller, reloads.getFirst()));
    }

    private static void reload(Caller caller, Callable<?> work) {
        try {
            caller.call(work);
        } catch (Exception e) {
            LOG.warn("D-Bus audit: {}: ReloadConfig(): failed: {}", caller, e.getMessage());
        }
    }
}
