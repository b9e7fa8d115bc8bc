package org.ninelives.dbus.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanListener;
import org.ninelives.api.management.BeanSource;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.dbus.bus.Presence;
import org.ninelives.dbus.settings.DbusGrammar;
import org.ninelives.dbus.settings.DbusSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Is on the bus where the configuration says so. */
@Component(
        service = {ConfigSection.class, EventListener.class},
        property = "service.ranking:Integer=300")
public final class DbusSection implements ConfigSection, EventListener, BeanListener {

    private static final String SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket";

    private final PublishedNode node;
    private volatile Optional<Presence> presence = Optional.empty();

    /** Is on no bus yet. */
    @Activate
    public DbusSection(BundleContext context) {
        node = new PublishedNode(context);
    }

    @Deactivate
    void stop() {
        presence.ifPresent(Presence::close);
        presence = Optional.empty();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addBeans(BeanSource source) {
        source.attach(this);
    }

    void removeBeans(BeanSource source) {
        source.detach(this);
    }

    @Override
    public void added(Bean<?> bean) {
        changed(bean);
    }

    @Override
    public void removed(Bean<?> bean) {
        changed(bean);
    }

    private void changed(Bean<?> bean) {
        if (bean.bean() instanceof VrrpInstanceMXBean) {
            presence.ifPresent(Presence::refresh);
        }
    }

    @Override
    public void happened(Event event) {
        Optional<Presence> now = presence;
        if (now.isPresent() && event instanceof VrrpEvent.InstanceState change) {
            now.get().happened(change);
        } else if (now.isPresent() && event instanceof ReloadEvent reload) {
            now.get().happened(reload);
        }
    }

    @Override
    public BlockGrammar globalDefs() {
        return DbusGrammar.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        Optional<DbusSettings> next = DbusSettings.of(globalDefs);
        List<PlannedChange> changes =
                PlannedChange.between(
                        DbusGrammar.ENABLE_DBUS.name(),
                        byName(presence.map(Presence::settings)),
                        byName(next),
                        differences ->
                                differences.of(
                                        "dbus_no_interface_name", DbusSettings::noInterfaceName));
        return Prepared.of(changes, () -> apply(next));
    }

    private static Map<String, DbusSettings> byName(Optional<DbusSettings> settings) {
        return settings.map(some -> Map.of(some.serviceName(), some)).orElse(Map.of());
    }

    private void apply(Optional<DbusSettings> next) {
        if (!next.equals(presence.map(Presence::settings))) {
            stop();
            presence = next.map(some -> Presence.begin(some, node, address()));
        }
    }

    /** As every program finds the system bus. */
    private static String address() {
        return Optional.ofNullable(System.getenv("DBUS_SYSTEM_BUS_ADDRESS")).orElse(SYSTEM_BUS);
    }
}
