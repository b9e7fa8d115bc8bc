package org.ninelives.check.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.check.CheckerType;
import org.ninelives.check.engine.CheckService;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkers that bundles bring. Of two with the same keyword the first goes on and the other
 * stands by, until the first goes. Safe for use by several threads.
 */
final class InstalledCheckers {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledCheckers.class);

    /** How the launcher installs what is shipped; what came otherwise may do anything. */
    private static final String SHIPPED = "reference:";

    private final CheckService service;
    private final CheckBeans beans;
    private final Map<ServiceReference<CheckerType>, Entry> installed = new HashMap<>();

    /** By keyword, those that the engine knows as present. */
    private final Map<String, ServiceReference<CheckerType>> present = new HashMap<>();

    private boolean closed;

    private record Entry(String keyword, String help) {}

    InstalledCheckers(CheckService service, CheckBeans beans) {
        this.service = service;
        this.beans = beans;
    }

    /**
     * Checkers that leave from now on leave nobody, as the registry takes them back one by one; nor
     * do any arrive.
     */
    synchronized void close() {
        closed = true;
        installed.clear();
        present.clear();
    }

    /** The checker is asked before others have to wait: its code may be anybody's. */
    void add(ServiceReference<CheckerType> reference, CheckerType type) {
        add(reference, new Entry(type.keyword(), type.help()));
    }

    private synchronized void add(ServiceReference<CheckerType> reference, Entry entry) {
        if (closed) {
            return;
        }
        installed.put(reference, entry);
        ServiceReference<CheckerType> first = present.get(entry.keyword());
        if (first == null) {
            arrive(reference, entry);
        } else {
            LOG.warn(
                    "Checker {} of {} stands by: that of {} goes on",
                    entry.keyword(),
                    words(reference.getBundle()),
                    words(first.getBundle()));
        }
    }

    synchronized void remove(ServiceReference<CheckerType> reference) {
        Entry entry = installed.remove(reference);
        if (entry == null || !present.remove(entry.keyword(), reference)) {
            return;
        }
        service.left(entry.keyword());
        other(entry.keyword())
                .ifPresentOrElse(this::takeOver, () -> beans.removeIfUnused(entry.keyword()));
    }

    /** No bean for a checker that is away, once its checks are gone as well. */
    synchronized void forgetUnused() {
        if (closed) {
            return;
        }
        for (String keyword : beans.keywords()) {
            if (!present.containsKey(keyword)) {
                beans.removeIfUnused(keyword);
            }
        }
    }

    private void takeOver(ServiceReference<CheckerType> next) {
        Entry entry = installed.get(next);
        LOG.info("Checker {} is that of {} now", entry.keyword(), words(next.getBundle()));
        arrive(next, entry);
    }

    private void arrive(ServiceReference<CheckerType> reference, Entry entry) {
        Bundle bundle = reference.getBundle();
        present.put(entry.keyword(), reference);
        beans.put(entry.keyword(), entry.help(), words(bundle));
        service.arrived(entry.keyword(), bundle.getLocation().startsWith(SHIPPED));
    }

    private static String words(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    private Optional<ServiceReference<CheckerType>> other(String keyword) {
        return installed.entrySet().stream()
                .filter(entry -> entry.getValue().keyword().equals(keyword))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder());
    }
}
