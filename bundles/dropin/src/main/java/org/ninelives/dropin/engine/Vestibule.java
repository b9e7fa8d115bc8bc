package org.ninelives.dropin.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Where services of bundles that were dropped in wait until they are made. A component of DS is
 * made when it is first asked for, which would be by a component of the product: one that does not
 * come to the end of its constructor would hold that up, and with it the end of the daemon. So it
 * is asked for here first, on the thread that starts its bundle, while nobody else knows of it.
 */
public final class Vestibule implements EventListenerHook, FindHook {

    private final BundleContext context;
    private final Set<ServiceReference<?>> waiting = ConcurrentHashMap.newKeySet();

    private Vestibule(BundleContext context) {
        this.context = context;
    }

    /** Opens one, which closes with the bundle of the context. */
    public static void open(BundleContext context) {
        context.registerService(
                new String[] {EventListenerHook.class.getName(), FindHook.class.getName()},
                new Vestibule(context),
                FrameworkUtil.asDictionary(Map.of()));
    }

    /** Before anybody else hears of it. What was made stays as long as its service does. */
    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> service = event.getServiceReference();
        if (event.getType() != ServiceEvent.REGISTERED || Shipped.is(service.getBundle())) {
            return;
        }
        waiting.add(service);
        try {
            var unused = context.getService(service);
        } finally {
            waiting.remove(service);
        }
    }

    @Override
    public void find(
            BundleContext who,
            String name,
            String filter,
            boolean all,
            Collection<ServiceReference<?>> found) {
        found.removeAll(waiting);
    }
}
