package org.ninelives.notify.webhook.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.ninelives.notify.webhook.settings.Webhook;

/** Posts to one web server. */
final class HttpPost implements Post, AutoCloseable {

    private final HttpClient client;
    private final HttpRequest.Builder request;

    HttpPost(Webhook webhook) {
        // A redirection would carry the secret to somebody else.
        client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(webhook.timeout())
                        .build();
        request =
                HttpRequest.newBuilder(webhook.uri())
                        .timeout(webhook.timeout())
                        .header("Content-Type", "application/json");
        webhook.headers().forEach(request::header);
    }

    @Override
    public int send(String json) throws IOException, InterruptedException {
        return client.send(
                        request.copy().POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
