package org.ninelives.api.track;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.TrackerMXBean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Publishes a bean for each thing on a {@link TrackerBoard}. One thread at a time. */
public final class TrackerBeans implements AutoCloseable {

    private final BundleContext context;
    private final TrackerKind kind;
    private final Function<String, ServiceRegistration<?>> registration;
    private final Map<String, ServiceRegistration<?>> published = new LinkedHashMap<>();

    /** Without any bean yet, in the name of a bundle. */
    public TrackerBeans(BundleContext context, TrackerBoard board) {
        this(context, board.kind(), TrackerMXBean.class, board::bean);
    }

    /**
     * The same for beans that tell more than the board knows.
     *
     * @param type what their clients see
     * @param bean makes the bean of a name
     */
    public <B extends TrackerMXBean> TrackerBeans(
            BundleContext context, TrackerKind kind, Class<B> type, Function<String, B> bean) {
        this.context = context;
        this.kind = kind;
        registration = name -> register(type, bean.apply(name), name);
    }

    /** Exactly these things have a bean from now on. */
    public void publish(Collection<String> names) {
        for (String name : List.copyOf(published.keySet())) {
            if (!names.contains(name)) {
                published.remove(name).unregister();
            }
        }
        names.forEach(name -> published.computeIfAbsent(name, registration));
    }

    private <B> ServiceRegistration<B> register(Class<B> type, B bean, String name) {
        String objectName = ObjectNames.tracker(kind.word(), name).toString();
        return context.registerService(
                type, bean, FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, objectName)));
    }

    @Override
    public void close() {
        publish(List.of());
    }
}
