package org.ninelives.metrics.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client: one request, one answer, and the end, on a thread of its own that costs little. */
final class Client {

    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    private static final long ASK_NANOS_MAX = TimeUnit.SECONDS.toNanos(5);
    private static final long ANSWER_NANOS_MAX = TimeUnit.SECONDS.toNanos(70);
    private static final int BUFFER_BYTES = 16_384;

    private final Socket socket;
    private final Pages pages;
    private final long sinceNanos;
    private volatile boolean hasAsked;
    private volatile Thread thread;

    Client(Socket socket, Pages pages, long nowNanos) {
        this.socket = socket;
        this.pages = pages;
        sinceNanos = nowNanos;
    }

    /**
     * Begins to serve it.
     *
     * @param ended called on the thread of its own in the end
     */
    void start(Runnable ended) {
        thread =
                Thread.ofVirtual()
                        .name("metrics-client")
                        .start(
                                () -> {
                                    try {
                                        serve();
                                    } finally {
                                        close();
                                        ended.run();
                                    }
                                });
    }

    /** Whether it has had all the time that one gets. */
    boolean isOverdue(long nowNanos) {
        return nowNanos - sinceNanos > (hasAsked ? ANSWER_NANOS_MAX : ASK_NANOS_MAX);
    }

    /** Ends it, whatever it does. Any thread. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A client of metrics", e);
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void serve() {
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
            answer(out);
            out.flush();
            socket.shutdownOutput();
        } catch (IOException e) {
            LOG.debug("A client of metrics went", e);
        }
    }

    private void answer(OutputStream out) throws IOException {
        try {
            Request request = Request.read(socket.getInputStream());
            hasAsked = true;
            answer(request, out);
        } catch (Request.MalformedException e) {
            tell(out, "400 Bad Request", e.getMessage());
        }
    }

    private void answer(Request request, OutputStream out) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            tell(out, "405 Method Not Allowed\r\nAllow: GET, HEAD", "only GET and HEAD");
        } else if (request.path().equals("/metrics")) {
            metrics(request, out);
        } else {
            tell(out, "404 Not Found", "Ninelives serves its metrics at /metrics");
        }
    }

    private void metrics(Request request, OutputStream out) throws IOException {
        Page page;
        try {
            page = pages.page(request.accept());
        } catch (IOException e) {
            LOG.warn("Metrics cannot be told: {}", e.getMessage());
            tell(out, "503 Service Unavailable", e.getMessage());
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        boolean gzip = request.takesGzip();
        head(
                out,
                "200 OK\r\nVary: Accept, Accept-Encoding"
                        + (gzip ? "\r\nContent-Encoding: gzip" : ""),
                page.contentType(),
                page.length(gzip));
        if (request.method().equals("HEAD")) {
            return;
        }
        if (gzip) {
            page.writeCompressed(out);
        } else {
            page.writePlain(out);
        }
    }

    private static void tell(OutputStream out, String status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        head(out, status, "text/plain; charset=utf-8", body.length);
        out.write(body);
    }

    private static void head(OutputStream out, String status, String type, long length)
            throws IOException {
        String head =
                "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                        .formatted(status, type, length);
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    }
}
