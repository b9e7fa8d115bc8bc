package org.ninelives.notify.webhook.internal;

import java.io.IOException;

/** One try to tell a web server. */
interface Post {

    /**
     * Sends a JSON text and answers the HTTP status.
     *
     * @throws IOException if there was no answer in time
     */
    int send(String json) throws IOException, InterruptedException;
}
