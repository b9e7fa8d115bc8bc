package org.ninelives.notify.webhook.internal;

import org.ninelives.api.management.PublishedBeans;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes a bean for each web server that is told. */
@Component(
        service = {},
        immediate = true)
public final class WebhookBeans {

    private final Webhooks webhooks;
    private final PublishedBeans published;

    @Activate
    public WebhookBeans(BundleContext context, @Reference Webhooks webhooks) {
        this.webhooks = webhooks;
        published = new PublishedBeans(context, "webhook-beans");
        webhooks.publishWith(published::publishNotifiers);
    }

    @Deactivate
    void close() {
        webhooks.publishWith(beans -> {});
        published.close();
    }
}
