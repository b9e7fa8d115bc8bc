package org.ninelives.notify.script.internal;

import org.ninelives.api.management.PublishedBeans;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes a bean for the scripts and for each FIFO. */
@Component(
        service = {},
        immediate = true)
public final class NotifierBeans {

    private final Notifier notifier;
    private final PublishedBeans published;

    @Activate
    public NotifierBeans(BundleContext context, @Reference Notifier notifier) {
        this.notifier = notifier;
        published = new PublishedBeans(context, "notifier-beans");
        notifier.publishWith(published::publishNotifiers);
    }

    @Deactivate
    void close() {
        notifier.publishWith(beans -> {});
        published.close();
    }
}
