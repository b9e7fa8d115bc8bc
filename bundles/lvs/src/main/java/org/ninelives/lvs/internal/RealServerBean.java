package org.ninelives.lvs.internal;

import java.util.List;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.engine.Wish;

/**
 * One real server as a bean; there may be many thousands, so it holds nothing but names. Safe for
 * use by several threads.
 *
 * @param virtualServer as the log calls it
 * @param name as the log calls it
 */
record RealServerBean(String virtualServer, String name, LvsService service)
        implements RealServerMXBean {

    @Override
    public RealServerStatus getStatus() {
        return service.status(virtualServer, name);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public int getEffectiveWeight() {
        return getStatus().effectiveWeight();
    }

    @Override
    public IpvsCounters getCounters() {
        return service.view(virtualServer)
                .map(view -> view.countersOf(name))
                .orElse(IpvsCounters.NONE);
    }

    @Override
    public List<String> explain() {
        return service.look(views -> views.explain(virtualServer, name));
    }

    @Override
    public void drain(long seconds) {
        service.wish(virtualServer, name, Wish.drain(seconds));
    }

    @Override
    public void undrain() {
        service.wish(virtualServer, name, Wish.undrain());
    }

    @Override
    public int setWeight(int weight) {
        return service.wish(virtualServer, name, Wish.weight(weight));
    }

    @Override
    public void clearWeight() {
        service.wish(virtualServer, name, Wish.usualWeight());
    }
}
