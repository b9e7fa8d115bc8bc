package org.ninelives.metrics.internal;

import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.http.Listener;
import org.ninelives.http.LoopbackAddress;
import org.ninelives.http.Served;
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
    private final Served<Running> served =
            new Served<>(MetricsGrammar.METRICS_ADDRESS, this::serve, Running::close);

    /** What is there while metrics are on. */
    private record Running(Pages pages, Listener listener) {

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
    void stop() {
        served.stop();
    }

    /** Counted from the start, whether metrics are on or not. */
    @Override
    public void happened(Event event) {
        happenings.count(event);
    }

    @Override
    public BlockGrammar globalDefs() {
        return MetricsGrammar.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        return served.prepare(globalDefs);
    }

    private Running serve(LoopbackAddress address) {
        BeanLookup lookup = new BeanLookup(context);
        Look look =
                new Look(
                        new Catalogue(happenings),
                        () -> PublishedWorld.now(lookup),
                        System::nanoTime);
        Pages pages = new Pages(look);
        return new Running(pages, Listener.start(address, Scrapes.SERVICE, new Scrapes(pages)));
    }
}
