package org.ninelives.lvs.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.engine.RouterState;
import org.ninelives.lvs.settings.LvsSettings;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the states of the virtual routers that virtual servers and sync daemons follow. */
final class Routers implements EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(Routers.class);

    private final BeanLookup beans;
    private final LvsService service;

    Routers(BundleContext context, LvsService service) {
        beans = new BeanLookup(context);
        this.service = service;
    }

    @Override
    public void happened(Event event) {
        if (event instanceof VrrpEvent.InstanceState change) {
            service.routerTold(
                    new RouterState(
                            change.name(),
                            change.to() == VrrpState.MASTER,
                            change.subject().virtualRouterId().orElse(0)));
        }
    }

    /**
     * Asks those that nothing has been heard of: they may have been in their state since before
     * this bundle was started.
     */
    void ask(LvsSettings settings) {
        for (String router : followed(settings)) {
            if (!service.knows(router)) {
                ask(router);
            }
        }
    }

    private static Set<String> followed(LvsSettings settings) {
        Set<String> followed = new LinkedHashSet<>();
        settings.globals().sync().ifPresent(sync -> sync.instance().ifPresent(followed::add));
        settings.virtualServers().forEach(each -> each.follows().ifPresent(followed::add));
        return followed;
    }

    private void ask(String router) {
        String wanted = ObjectNames.vrrpInstance(router).toString();
        beans.forEach(
                VrrpInstanceMXBean.class,
                (name, bean) -> {
                    if (name.equals(wanted)) {
                        tell(router, bean);
                    }
                });
    }

    private void tell(String router, VrrpInstanceMXBean bean) {
        try {
            VrrpInstanceStatus status = bean.getStatus();
            boolean master = status.state().equals(VrrpState.MASTER.name());
            service.routerTold(new RouterState(router, master, status.virtualRouterId()));
        } catch (IllegalStateException e) {
            LOG.debug("({}) has no state yet: {}", router, e.getMessage());
        }
    }
}
