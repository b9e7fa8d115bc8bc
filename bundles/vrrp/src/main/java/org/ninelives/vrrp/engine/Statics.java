package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.settings.StaticEntry;
import org.ninelives.vrrp.settings.StaticSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code static_ipaddress}, {@code static_routes} and {@code static_rules} keep on the
 * machine: put on at start, put back when somebody removes it, taken off at the stop.
 */
final class Statics implements Holder {

    private static final Logger LOG = LoggerFactory.getLogger(Statics.class);

    private final Estate estate;
    private final Links links;
    private final TurnLog log;
    private StaticSettings settings = StaticSettings.NONE;

    Statics(Estate estate, Links links, TurnLog log) {
        this.estate = estate;
        this.links = links;
        this.log = log;
    }

    void apply(StaticSettings wanted) {
        settings = wanted;
        hold();
    }

    /** An interface has come, gone or changed: what was missing or refused is tried again. */
    void interfaceChanged(Link link) {
        boolean concerned =
                !settings.routes().isEmpty()
                        || settings.addresses().stream()
                                .anyMatch(
                                        entry ->
                                                deviceOf(entry.entry())
                                                        .equals(Optional.of(link.name())));
        if (concerned) {
            hold();
        }
    }

    private void hold() {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (StaticEntry<VirtualAddress> entry : settings.addresses()) {
            deviceOf(entry.entry())
                    .flatMap(links::find)
                    .map(link -> new Belongings.Placed(link, entry.entry()).onInterface())
                    .ifPresent(addresses::add);
        }
        List<Route> routes =
                settings.routes().stream().map(entry -> entry.entry().route()).toList();
        List<Rule> rules = settings.rules().stream().map(entry -> entry.entry().rule()).toList();
        estate.hold(this, new Holdings(addresses, routes, rules, Set.of()));
    }

    private static Optional<InterfaceName> deviceOf(VirtualAddress address) {
        return address.device();
    }

    @Override
    public void held() {}

    @Override
    public void addressRefused(SystemException cause) {
        routingRefused(cause);
    }

    @Override
    public void routingRefused(SystemException cause) {
        log.add(() -> LOG.error("static: {}", cause.getMessage()));
    }

    /** keepalived: what is static is put back at once. */
    @Override
    public void lost(Object thing, String words) {
        log.add(() -> LOG.warn("static {} was removed by somebody else; it is put back", words));
        hold();
    }
}
