package org.ninelives.check.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.ObjectName;
import org.ninelives.api.management.CheckerTypeMXBean;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.check.engine.CheckService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The beans of the engine and of the checkers. Safe for use by several threads. */
final class CheckBeans implements AutoCloseable {

    private final BundleContext context;
    private final CheckService service;
    private final ServiceRegistration<ChecksMXBean> checks;
    private final Map<String, ServiceRegistration<CheckerTypeMXBean>> types = new HashMap<>();

    /** Publishes that of the engine. */
    CheckBeans(BundleContext context, CheckService service) {
        this.context = context;
        this.service = service;
        checks = publish(ChecksMXBean.class, new ChecksBean(service), ObjectNames.checks());
    }

    /** A checker has this bean from now on. */
    synchronized void put(String keyword, String help, String bundle) {
        remove(keyword);
        types.put(
                keyword,
                publish(
                        CheckerTypeMXBean.class,
                        new CheckerTypeBean(service, keyword, help, bundle),
                        ObjectNames.checkerType(keyword)));
    }

    /** The checker is away; its bean stays as long as checks of it are left. */
    synchronized void removeIfUnused(String keyword) {
        if (service.count(keyword) == 0) {
            remove(keyword);
        }
    }

    /** Those that have a bean. */
    synchronized List<String> keywords() {
        return List.copyOf(types.keySet());
    }

    private void remove(String keyword) {
        ServiceRegistration<CheckerTypeMXBean> gone = types.remove(keyword);
        if (gone != null) {
            gone.unregister();
        }
    }

    private <B> ServiceRegistration<B> publish(Class<B> type, B bean, ObjectName name) {
        return context.registerService(
                type,
                bean,
                FrameworkUtil.asDictionary(Map.of(ObjectNames.PROPERTY, name.toString())));
    }

    @Override
    public synchronized void close() {
        checks.unregister();
        keywords().forEach(this::remove);
    }
}
