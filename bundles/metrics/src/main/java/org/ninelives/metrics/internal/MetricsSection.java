package org.ninelives.metrics.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.http.Listener;
import org.ninelives.http.LoopbackAddress;
import org.ninelives.metrics.families.Catalogue;
import org.ninelives.metrics.families.Happenings;
import org.ninelives.metrics.families.Look;
import org.ninelives.metrics.http.Pages;
import org.ninelives.metrics.http.Scrapes;
import org.ninelives.metrics.settings.MetricsGrammar;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Serves metrics where the configuration says so, and nothing where it does not. */
@Component(service = {ConfigSection.class, EventListener.class})
public final class MetricsSection implements ConfigSection, EventListener {

    private final BundleContext context;
    private final Happenings happenings = new Happenings();
    private Optional<Served> served = Optional.empty();

    /** What is there while metrics are on. */
    private record Served(LoopbackAddress address, Pages pages, Listener listener) {

        void close() {
            listener.close();
            pages.close();
        }
    }

    /** Serves nothing yet. */
    @Activate
    public MetricsSection(BundleContext context) {
        this.context = context;
    }

    @Deactivate
    synchronized void stop() {
        served.ifPresent(Served::close);
        served = Optional.empty();
    }

    /** Counted from the start, whether metrics are on or not. */
    @Override
    public void happened(Event event) {
        happenings.count(event);
    }

    @Override
    public BlockGrammar root() {
        return BlockGrammar.none();
    }

    @Override
    public BlockGrammar globalDefs() {
        return MetricsGrammar.GLOBAL_DEFS;
    }

    @Override
    public synchronized Prepared prepare(Values root, Values globalDefs, Problems problems) {
        Optional<LoopbackAddress> next = globalDefs.get(MetricsGrammar.METRICS_ADDRESS);
        List<PlannedChange> changes =
                PlannedChange.between(
                        MetricsGrammar.METRICS_ADDRESS.name(),
                        byName(served.map(Served::address)),
                        byName(next),
                        differences -> differences);
        return Prepared.of(changes, () -> apply(next));
    }

    private static Map<String, LoopbackAddress> byName(Optional<LoopbackAddress> address) {
        return address.map(some -> Map.of(some.toString(), some)).orElse(Map.of());
    }

    private synchronized void apply(Optional<LoopbackAddress> next) {
        if (next.equals(served.map(Served::address))) {
            return;
        }
        stop();
        served = next.map(this::serve);
    }

    private Served serve(LoopbackAddress address) {
        BeanLookup lookup = new BeanLookup(context);
        Look look =
                new Look(
                        new Catalogue(happenings),
                        () -> PublishedWorld.now(lookup),
                        System::nanoTime);
        Pages pages = new Pages(look);
        return new Served(
                address, pages, Listener.start(address, Scrapes.SERVICE, new Scrapes(pages)));
    }
}
