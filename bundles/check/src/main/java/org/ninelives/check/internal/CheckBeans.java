package org.ninelives.check.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanCollection;
import org.ninelives.api.management.CheckerTypeMXBean;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.check.engine.CheckService;
import org.osgi.framework.BundleContext;

/** The beans of the engine and of the checkers. Safe for use by several threads. */
final class CheckBeans implements AutoCloseable {

    private final CheckService service;
    private final BeanCollection published;
    private final Map<String, Bean<CheckerTypeMXBean>> types = new HashMap<>();

    /** Publishes that of the engine. */
    CheckBeans(BundleContext context, CheckService service) {
        this.service = service;
        published = new BeanCollection(context);
        published.add(
                new Bean<>(ObjectNames.checks(), ChecksMXBean.class, new ChecksBean(service)));
    }

    /** A checker has this bean from now on. */
    synchronized void put(String keyword, String help, String bundle) {
        remove(keyword);
        Bean<CheckerTypeMXBean> type =
                new Bean<>(
                        ObjectNames.checkerType(keyword),
                        CheckerTypeMXBean.class,
                        new CheckerTypeBean(service, keyword, help, bundle));
        types.put(keyword, type);
        published.add(type);
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
        Bean<CheckerTypeMXBean> gone = types.remove(keyword);
        if (gone != null) {
            published.remove(gone);
        }
    }

    @Override
    public synchronized void close() {
        published.close();
        types.clear();
    }
}
