package org.ninelives.metrics.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.http.Answer;
import org.ninelives.http.Handler;
import org.ninelives.http.Request;
import org.ninelives.http.Service;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives clients the page, and nothing else. Safe for use by several threads. */
public final class Scrapes implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Scrapes.class);

    /** What the log says of it. */
    public static final Service SERVICE =
            new Service("metrics", "metrics", "metrics_address", "/metrics", 0);

    private final Pages pages;

    public Scrapes(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void answer(Request request, Answer answer) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            answer.tell("405 Method Not Allowed", "only GET and HEAD", List.of("Allow: GET, HEAD"));
        } else if (request.path().equals(SERVICE.path())) {
            metrics(request, answer);
        } else {
            answer.tell("404 Not Found", "Ninelives serves its metrics at /metrics", List.of());
        }
    }

    private void metrics(Request request, Answer answer) throws IOException {
        Page page;
        try {
            page = pages.page(request.header("accept"));
        } catch (IOException e) {
            LOG.warn("Metrics cannot be told: {}", e.getMessage());
            answer.tell("503 Service Unavailable", e.getMessage(), List.of());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        boolean gzip = request.takesGzip();
        List<String> headers = new ArrayList<>(List.of("Vary: Accept, Accept-Encoding"));
        if (gzip) {
            headers.add("Content-Encoding: gzip");
        }
        OutputStream out = answer.begin("200 OK", page.contentType(), headers, page.length(gzip));
        if (request.method().equals("HEAD")) {
            return;
        }
        if (gzip) {
            page.writeCompressed(out);
        } else {
            page.writePlain(out);
        }
    }
}
