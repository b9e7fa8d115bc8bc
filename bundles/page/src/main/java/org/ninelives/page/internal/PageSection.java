package org.ninelives.page.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.access.Users;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.management.BeanLookup;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.JournalListener;
import org.ninelives.api.notify.Event;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.http.Listener;
import org.ninelives.http.LoopbackAddress;
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
    private volatile Optional<Served> served = Optional.empty();

    /** What is there while the page is on. */
    private record Served(LoopbackAddress address, Live live, Site site, Listener listener) {

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
    synchronized void stop() {
        served.ifPresent(Served::close);
        served = Optional.empty();
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setUsers(Users known) {
        users = Optional.of(known);
        tellOfPasswords();
    }

    /** Whoever has logged in holds on to what is gone now. */
    void unsetUsers(Users gone) {
        if (users.equals(Optional.of(gone))) {
            users = Optional.empty();
        }
        served.ifPresent(some -> some.site().endSessions());
    }

    @Override
    public void recorded(EventRecord entry, Event event) {
        served.ifPresent(some -> some.live().happened());
    }

    @Override
    public BlockGrammar root() {
        return BlockGrammar.none();
    }

    @Override
    public BlockGrammar globalDefs() {
        return PageGrammar.GLOBAL_DEFS;
    }

    @Override
    public synchronized Prepared prepare(Values root, Values globalDefs, Problems problems) {
        Optional<LoopbackAddress> next = globalDefs.get(PageGrammar.STATUS_PAGE_ADDRESS);
        List<PlannedChange> changes =
                PlannedChange.between(
                        PageGrammar.STATUS_PAGE_ADDRESS.name(),
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
        tellOfPasswords();
    }

    private Served serve(LoopbackAddress address) {
        BeanLookup lookup = new BeanLookup(context);
        Beans beans = lookup::forEach;
        Live live = new Live(beans, host());
        Site site = new Site(() -> users, live);
        return new Served(address, live, site, Listener.start(address, Site.SERVICE, site));
    }

    private static String host() {
        try {
            // No look at a name server, which may take its time.
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Makes them where there are none, so that somebody can log in. */
    private void tellOfPasswords() {
        Optional<Users> known = users;
        if (served.isEmpty() || known.isEmpty()) {
            return;
        }
        try {
            LOG.info(
                    "The status page knows the users of JMX, passwords in {}",
                    known.get().passwords());
        } catch (IOException e) {
            LOG.error("Nobody can log in at the status page: {}", e.getMessage());
        }
    }
}
