package org.ninelives.lvs.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.PublishedBeans;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.override.Overrides;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.engine.ServerNames;
import org.osgi.framework.BundleContext;

/** Publishes a bean for each virtual server and each real server. */
final class LvsBeans {

    private final PublishedBeans published;
    private final Overrides overrides;
    private volatile LvsService service;

    LvsBeans(BundleContext context, Overrides overrides) {
        this.overrides = overrides;
        published = new PublishedBeans(context, "lvs-beans");
    }

    /** The service the beans speak for; told once, before anything runs. */
    void serve(LvsService lvs) {
        service = lvs;
    }

    /** Exactly these servers have a bean from now on, soon. */
    void publish(Collection<ServerNames> virtualServers) {
        published.publish(() -> beans(virtualServers));
    }

    private List<Bean<?>> beans(Collection<ServerNames> virtualServers) {
        List<Bean<?>> beans = new ArrayList<>();
        if (!virtualServers.isEmpty()) {
            beans.add(new Bean<>(ObjectNames.ipvs(), IpvsMXBean.class, new IpvsBean(service)));
        }
        for (ServerNames virtual : virtualServers) {
            String name = virtual.virtualServer();
            beans.add(
                    new Bean<>(
                            ObjectNames.virtualServer(name),
                            VirtualServerMXBean.class,
                            new VirtualServerBean(name, service, overrides)));
            for (String real : virtual.realServers()) {
                beans.add(
                        new Bean<>(
                                ObjectNames.realServer(name, real),
                                RealServerMXBean.class,
                                new RealServerBean(name, real, service, overrides)));
            }
        }
        return beans;
    }

    /** Publishes nothing any more. */
    void stop() {
        published.stop();
    }

    /** Takes the beans out after {@link #stop}. */
    void close() {
        published.close();
    }
}
