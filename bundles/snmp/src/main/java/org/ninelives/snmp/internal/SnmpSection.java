package org.ninelives.snmp.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.system.HostName;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.snmp.core.Renewed;
import org.ninelives.snmp.mib.Beans;
import org.ninelives.snmp.mib.Mibs;
import org.ninelives.snmp.mib.RefusedTraps;
import org.ninelives.snmp.session.Subagent;
import org.ninelives.snmp.settings.MasterAddress;
import org.ninelives.snmp.settings.SnmpSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves SNMP where the configuration or the command line says so, and nothing otherwise. */
@Component(service = {ConfigSection.class, EventListener.class})
public final class SnmpSection implements ConfigSection, EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(SnmpSection.class);
    private static final long AGE_MAX_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Duration LOOK_PERIOD = Duration.ofSeconds(1);

    private final BundleContext context;
    private final Beans beans;
    private volatile Optional<Served> served = Optional.empty();

    private record Served(SnmpSettings settings, Mibs mibs, Subagent subagent) {}

    /** Serves nothing yet. */
    @Activate
    public SnmpSection(BundleContext context) {
        this.context = context;
        this.beans = new PublishedBeans(new BeanLookup(context));
    }

    @Deactivate
    synchronized void stop() {
        served.ifPresent(now -> now.subagent().close());
        served = Optional.empty();
    }

    @Override
    public void happened(Event event) {
        served.filter(now -> now.mibs().tells(event))
                .ifPresent(now -> now.subagent().tell(() -> now.mibs().traps(event, beans)));
    }

    @Override
    public BlockGrammar globalDefs() {
        return SnmpSettings.GLOBAL_DEFS;
    }

    @Override
    public synchronized Prepared prepare(Values root, Values globalDefs, Problems problems) {
        Optional<SnmpSettings> next =
                SnmpSettings.read(
                        globalDefs,
                        "true".equals(context.getProperty("ninelives.snmp")),
                        socketOption());
        List<PlannedChange> changes =
                PlannedChange.between(
                        "snmp",
                        byName(served.map(Served::settings)),
                        byName(next),
                        SnmpSettings::compared);
        return Prepared.of(changes, () -> apply(next));
    }

    /** That of the command line; one that cannot be read is told, and left out. */
    private Optional<MasterAddress> socketOption() {
        String option = context.getProperty("ninelives.snmp.socket");
        try {
            return Optional.ofNullable(option).map(MasterAddress::of);
        } catch (IllegalArgumentException e) {
            LOG.error("Option --snmp-agent-socket: {}; it is ignored", e.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, SnmpSettings> byName(Optional<SnmpSettings> settings) {
        return settings.map(some -> Map.of("subagent", some)).orElse(Map.of());
    }

    private synchronized void apply(Optional<SnmpSettings> next) {
        if (!next.equals(served.map(Served::settings))) {
            stop();
            served = next.map(this::serve);
        }
    }

    private Served serve(SnmpSettings settings) {
        Mibs mibs =
                new Mibs(
                        settings, settings.routerId().orElseGet(HostName::read), Clock.systemUTC());
        Renewed variables = new Renewed(() -> mibs.read(beans), AGE_MAX_NANOS, System::nanoTime);
        Subagent subagent = Subagent.start(settings.master(), mibs.subtrees(), variables);
        if (settings.traps()) {
            RefusedTraps refused = new RefusedTraps(settings.parts(), beans, System::nanoTime);
            subagent.watch(LOOK_PERIOD, refused::look);
        }
        return new Served(settings, mibs, subagent);
    }

    /** The beans of all bundles. */
    private record PublishedBeans(BeanLookup lookup) implements Beans {

        @Override
        public <B> List<B> all(Class<B> type) {
            List<B> found = new ArrayList<>();
            lookup.forEach(type, (name, bean) -> found.add(bean));
            return found;
        }
    }
}
