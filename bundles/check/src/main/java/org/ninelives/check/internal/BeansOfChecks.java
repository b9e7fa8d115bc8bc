package org.ninelives.check.internal;

import java.util.List;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.CheckMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.PublishedBeans;
import org.ninelives.check.engine.CheckService;
import org.osgi.framework.BundleContext;

/** Publishes a bean for each check. */
final class BeansOfChecks implements AutoCloseable {

    private final CheckService service;
    private final PublishedBeans published;

    BeansOfChecks(BundleContext context, CheckService service) {
        this.service = service;
        published = new PublishedBeans(context, "check-beans");
    }

    /** Exactly these checks have a bean from now on, soon. */
    void publish(List<CheckAssignment> checks) {
        published.publish(() -> checks.stream().map(this::bean).toList());
    }

    private Bean<CheckMXBean> bean(CheckAssignment check) {
        CheckKey key = check.key();
        String name = key.number() + 1 + " " + check.check().keyword();
        return new Bean<>(
                ObjectNames.check(key.virtualServer(), key.realServer(), name),
                CheckMXBean.class,
                new CheckBean(service, key));
    }

    @Override
    public void close() {
        published.close();
    }
}
