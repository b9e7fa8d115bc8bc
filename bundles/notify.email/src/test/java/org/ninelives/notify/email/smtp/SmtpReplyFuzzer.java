package org.ninelives.notify.email.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * All that a server says in one connection, however wrong, before the real client: it comes to an
 * end, with an outcome.
 */
public final class SmtpReplyFuzzer {

    private static final Server SERVER = new Server();

    private SmtpReplyFuzzer() {}

    /** Entry of Jazzer. */
    public static void fuzzerTestOneInput(byte[] replies) {
        SERVER.say(replies);
        Objects.requireNonNull(
                TestDelivery.to(SERVER.port()).timeout(Duration.ofSeconds(5)).deliver());
    }

    /** Says in each connection what it was given, and nothing after that. */
    private static final class Server {
        private final BlockingQueue<byte[]> next = new SynchronousQueue<>();
        private final ServerSocket listener;

        Server() {
            try {
                listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.ofPlatform().daemon().name("fuzz-server").start(this::serve);
        }

        int port() {
            return listener.getLocalPort();
        }

        void say(byte[] replies) {
            try {
                next.put(replies);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void serve() {
            while (true) {
                try {
                    byte[] replies = next.take();
                    try (Socket client = listener.accept()) {
                        client.getOutputStream().write(replies);
                        client.shutdownOutput();
                        client.getInputStream().transferTo(OutputStream.nullOutputStream());
                    }
                } catch (IOException e) {
                    // The client hung up early, which is its right.
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
