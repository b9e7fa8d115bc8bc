package org.ninelives.labs;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * A program that asks a web server for its first page at a steady pace, each time on a new
 * connection, and prints a {@link Visit} in a line for each request as it ends.
 *
 * <p>Arguments: the address, and the pause between requests in milliseconds.
 */
public final class WebClient {
    private static final int PORT = 80;

    /** Less than the second after which TCP repeats a lost SYN: such a request counts as lost. */
    static final Duration PATIENCE = Duration.ofMillis(900);

    private WebClient() {}

    public static void main(String[] arguments) throws InterruptedException {
        InetSocketAddress server = new InetSocketAddress(arguments[0], PORT);
        long intervalNanos = Duration.ofMillis(Long.parseLong(arguments[1])).toNanos();
        long nextNanos = System.nanoTime();
        while (true) {
            Thread.ofVirtual().start(() -> report(server));
            nextNanos += intervalNanos;
            Thread.sleep(Duration.ofNanos(Math.max(0, nextNanos - System.nanoTime())));
        }
    }

    private static void report(InetSocketAddress server) {
        Instant begin = Instant.now();
        String answer;
        try {
            answer = ask(server);
        } catch (IOException e) {
            answer = "";
        }
        System.out.println(new Visit(begin, answer).toLine());
    }

    private static String ask(InetSocketAddress server) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(server, (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String response =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return response.substring(response.indexOf("\r\n\r\n") + 4).strip();
        }
    }
}
