package org.ninelives.page.internal;

import java.io.IOException;
import java.util.Optional;
import org.ninelives.api.access.Users;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.JournalListener;
import org.ninelives.api.notify.Event;
import org.ninelives.api.system.HostName;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.http.Listener;
import org.ninelives.http.LoopbackAddress;
import org.ninelives.http.Served;
import org.ninelives.page.live.Live;
import org.ninelives.page.rows.Beans;
import org.ninelives.page.settings.PageGrammar;
import org.ninelives.page.site.Site;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the status page where the configuration says so, and nothing where it does not. */
@Component(service = {ConfigSection.class, JournalListener.class})
public final class PageSection implements ConfigSection, JournalListener {

    private static final Logger LOG = LoggerFactory.getLogger(PageSection.class);

    private final BundleContext context;
    private volatile Optional<Users> users = Optional.empty();
    private final Served<Running> served =
            new Served<>(PageGrammar.STATUS_PAGE_ADDRESS, this::serve, Running::close);

    /** What is there while the page is on. */
    private record Running(Live live, Site site, Listener listener) {

        void close() {
            live.close();
            listener.close();
        }
    }

    /** Serves nothing yet. */
    @Activate
    public PageSection(BundleContext context) {
        this.context = context;
    }

    @Deactivate
    void stop() {
        served.stop();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setUsers(Users known) {
        users = Optional.of(known);
        served.now().ifPresent(some -> tellOfPasswords(known));
    }

    /** Whoever has logged in holds on to what is gone now. */
    void unsetUsers(Users gone) {
        if (users.equals(Optional.of(gone))) {
            users = Optional.empty();
        }
        served.now().ifPresent(some -> some.site().endSessions());
    }

    @Override
    public void recorded(EventRecord entry, Event event) {
        served.now().ifPresent(some -> some.live().happened());
    }

    @Override
    public BlockGrammar globalDefs() {
        return PageGrammar.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        return served.prepare(globalDefs);
    }

    private Running serve(LoopbackAddress address) {
        BeanLookup lookup = new BeanLookup(context);
        Beans beans = lookup::forEach;
        Live live = new Live(beans, HostName.read());
        Site site = new Site(() -> users, live);
        Listener listener = Listener.start(address, Site.SERVICE, site);
        users.ifPresent(PageSection::tellOfPasswords);
        return new Running(live, site, listener);
    }

    /** Makes them where there are none, so that somebody can log in. */
    private static void tellOfPasswords(Users known) {
        try {
            LOG.info("The status page knows the users of JMX, passwords in {}", known.passwords());
        } catch (IOException e) {
            LOG.error("Nobody can log in at the status page: {}", e.getMessage());
        }
    }
}
