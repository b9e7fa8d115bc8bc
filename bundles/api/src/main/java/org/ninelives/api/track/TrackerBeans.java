package org.ninelives.api.track;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.TrackerMXBean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Publishes a bean for each thing on a {@link TrackerBoard}. One thread at a time. */
public final class TrackerBeans implements AutoCloseable {

    private final BundleContext context;
    private final TrackerBoard board;
    private final Map<String, ServiceRegistration<TrackerMXBean>> published = new LinkedHashMap<>();

    /** Without any bean yet, in the name of a bundle. */
    public TrackerBeans(BundleContext context, TrackerBoard board) {
        this.context = context;
        this.board = board;
    }

    /** Exactly these things have a bean from now on. */
    public void publish(Collection<String> names) {
        for (String name : List.copyOf(published.keySet())) {
            if (!names.contains(name)) {
                published.remove(name).unregister();
            }
        }
        names.forEach(name -> published.computeIfAbsent(name, this::register));
    }

    private ServiceRegistration<TrackerMXBean> register(String name) {
        String objectName = ObjectNames.tracker(board.kind().word(), name).getCanonicalName();
        return context.registerService(
                TrackerMXBean.class,
                board.bean(name),
                FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, objectName)));
    }

    @Override
    public void close() {
        publish(List.of());
    }
}
