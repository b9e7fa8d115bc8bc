package org.ninelives.bfd.internal;

import java.util.function.Function;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BfdDetails;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.PublishedBeans;
import org.ninelives.bfd.engine.BfdService;
import org.osgi.framework.BundleContext;

/** Publishes a bean for each session, on a thread of its own so that the loop waits for nobody. */
final class BfdBeans {

    private final PublishedBeans published;
    private final Followers followers;
    private final Function<String, BfdDetails> details;

    BfdBeans(BundleContext context, Followers followers, Function<String, BfdDetails> details) {
        this.followers = followers;
        this.details = details;
        published = new PublishedBeans(context, "bfd-beans");
    }

    void close() {
        published.close();
    }

    void added(String session, BfdService service) {
        published.add(bean(session, service));
    }

    void removed(String session, BfdService service) {
        published.remove(bean(session, service));
    }

    private Bean<BfdSessionMXBean> bean(String session, BfdService service) {
        return new Bean<>(
                ObjectNames.bfdSession(session),
                BfdSessionMXBean.class,
                new BfdSessionBean(session, service, followers, details));
    }
}
