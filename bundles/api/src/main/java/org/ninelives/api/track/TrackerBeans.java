package org.ninelives.api.track;

import java.util.Collection;
import java.util.function.Function;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanCollection;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.TrackerMXBean;
import org.osgi.framework.BundleContext;

/** Publishes a bean for each thing on a {@link TrackerBoard}. One thread at a time. */
public final class TrackerBeans implements AutoCloseable {

    private final BeanCollection published;
    private final Function<String, Bean<?>> bean;

    /** Without any bean yet, in the name of a bundle. */
    public TrackerBeans(BundleContext context, TrackerBoard board) {
        this(context, board.kind(), TrackerMXBean.class, board::bean);
    }

    /**
     * The same for beans that tell more than the board knows.
     *
     * @param type what their clients see
     * @param maker makes the bean of a name; those of one name are equal
     */
    public <B extends TrackerMXBean> TrackerBeans(
            BundleContext context, TrackerKind kind, Class<B> type, Function<String, B> maker) {
        published = new BeanCollection(context);
        bean = name -> new Bean<>(ObjectNames.tracker(kind.word(), name), type, maker.apply(name));
    }

    /** Exactly these things have a bean from now on. */
    public void publish(Collection<String> names) {
        published.set(names.stream().map(bean).toList());
    }

    @Override
    public void close() {
        published.close();
    }
}
