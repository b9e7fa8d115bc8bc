package org.ninelives.dropin.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.config.grammar.Keyword;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keywords that bundles bring by services of one type. Safe for use by several threads. */
final class Provided<S> extends ServiceTracker<S, List<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(Provided.class);

    private final Function<S, List<String>> keywords;

    private Provided(BundleContext context, Class<S> type, Function<S, List<String>> keywords) {
        super(context, type, null);
        this.keywords = keywords;
    }

    static Provided<CheckerType> checkers(BundleContext context) {
        return new Provided<>(context, CheckerType.class, checker -> List.of(checker.keyword()));
    }

    static Provided<ConfigSection> sections(BundleContext context) {
        return new Provided<>(
                context,
                ConfigSection.class,
                section -> section.root().keywords().stream().map(Keyword::name).toList());
    }

    /** Asked for once, on the thread that starts the bundle: the code may be anybody's. */
    @Override
    public List<String> addingService(ServiceReference<S> reference) {
        S service = context.getService(reference);
        if (service == null) {
            return null;
        }
        try {
            return List.copyOf(keywords.apply(service));
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("{} does not tell its keywords", reference, e);
            return List.of();
        }
    }

    @Override
    public void removedService(ServiceReference<S> reference, List<String> words) {
        context.ungetService(reference);
    }

    /**
     * Which keywords of a bundle are not used because another one brings them too, and which does;
     * a clause for each, empty if there is none. The services of the product keep the same order:
     * the first goes on.
     */
    List<String> standingBy(Bundle bundle) {
        return by(bundle).stream()
                .flatMap(keyword -> standingBy(bundle, keyword).stream())
                .toList();
    }

    private Optional<String> standingBy(Bundle bundle, String keyword) {
        return getTracked().entrySet().stream()
                .filter(entry -> entry.getValue().contains(keyword))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder())
                .map(ServiceReference::getBundle)
                .filter(first -> !first.equals(bundle))
                .map(
                        first ->
                                "its "
                                        + keyword
                                        + " stands by, as that of "
                                        + first.getSymbolicName()
                                        + " goes on");
    }

    /** In alphabetical order. */
    List<String> by(Bundle bundle) {
        return getTracked().entrySet().stream()
                .filter(entry -> bundle.equals(entry.getKey().getBundle()))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .sorted()
                .toList();
    }
}
