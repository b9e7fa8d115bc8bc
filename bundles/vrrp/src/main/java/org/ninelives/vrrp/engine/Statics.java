package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.settings.StaticEntry;
import org.ninelives.vrrp.settings.StaticSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VirtualRoute;
import org.ninelives.vrrp.settings.VirtualRule;
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
    private boolean changed;

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
                                .anyMatch(entry -> isOn(entry.entry(), link));
        if (concerned) {
            hold();
        }
    }

    private static boolean isOn(VirtualAddress address, Link link) {
        return address.device().filter(link.name()::equals).isPresent();
    }

    private void hold() {
        changed = true;
        List<InterfaceAddress> addresses = new ArrayList<>();
        settings.addresses().forEach(entry -> placed(entry.entry()).ifPresent(addresses::add));
        List<Route> routes =
                settings.routes().stream().map(entry -> entry.entry().route()).toList();
        List<Rule> rules = settings.rules().stream().map(entry -> entry.entry().rule()).toList();
        estate.hold(this, new Holdings(addresses, routes, rules, Set.of()));
    }

    private Optional<InterfaceAddress> placed(VirtualAddress address) {
        return address.device()
                .flatMap(links::find)
                .map(link -> new Belongings.Placed(link, address).onInterface());
    }

    /** Whether something may be missing now that was there, or the other way round. */
    boolean hasChanged() {
        return changed && !estate.hasWork();
    }

    /** What is missing, by the names of the virtual routers that are tied to it. */
    Map<String, List<Fault>> faults() {
        changed = false;
        Map<String, List<Fault>> faults = new HashMap<>();
        for (StaticEntry<VirtualAddress> entry : settings.addresses()) {
            if (placed(entry.entry()).filter(estate::isThere).isEmpty()) {
                note(faults, entry, "static address " + entry.entry().prefix());
            }
        }
        for (StaticEntry<VirtualRoute> entry : settings.routes()) {
            if (!estate.isThere(entry.entry().route())) {
                note(faults, entry, "static route " + entry.entry().route());
            }
        }
        for (StaticEntry<VirtualRule> entry : settings.rules()) {
            if (!estate.isThere(entry.entry().rule())) {
                note(faults, entry, "static rule " + entry.entry().rule());
            }
        }
        return faults;
    }

    private static void note(Map<String, List<Fault>> faults, StaticEntry<?> entry, String what) {
        for (String instance : entry.instances()) {
            faults.computeIfAbsent(instance, any -> new ArrayList<>())
                    .add(new Fault(Fault.Kind.TRACKER, what));
        }
    }

    @Override
    public void held() {
        changed = true;
    }

    @Override
    public void addressRefused(InterfaceAddress address, SystemException cause) {
        routingRefused(cause);
    }

    @Override
    public void routingRefused(SystemException cause) {
        changed = true;
        log.add(() -> LOG.error("static: {}", cause.getMessage()));
    }

    @Override
    public void accepted(String words) {
        log.add(() -> LOG.info("static {} is set now", words));
    }

    /** keepalived: what is static is put back at once, unless nobody is to care. */
    @Override
    public void lost(Object thing, String words) {
        changed = true;
        if (isTracked(thing)) {
            log.add(
                    () ->
                            LOG.warn(
                                    "static {} was removed by somebody else; it is put back",
                                    words));
            hold();
        }
    }

    private boolean isTracked(Object thing) {
        return settings.routes().stream()
                        .map(StaticEntry::entry)
                        .noneMatch(route -> route.noTrack() && route.route().equals(thing))
                && settings.rules().stream()
                        .map(StaticEntry::entry)
                        .noneMatch(rule -> rule.noTrack() && rule.rule().equals(thing));
    }
}
