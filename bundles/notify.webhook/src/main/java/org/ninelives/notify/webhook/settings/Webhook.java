package org.ninelives.notify.webhook.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A web server that is told.
 *
 * @param timeout of each try
 * @param retries after the first try
 * @param headers of each request, secrets included
 */
public record Webhook(URI uri, Duration timeout, int retries, Map<String, String> headers) {

    public Webhook {
        headers = Map.copyOf(headers);
    }

    /** Without the headers, which may be secret, and without what a URL can hide. */
    @Override
    public String toString() {
        return "notify_webhook " + place();
    }

    /** The server and no more: tokens of chat services are part of the path. */
    public String place() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
