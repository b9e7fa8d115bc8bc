package org.ninelives.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.system.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for clients. So many are served at once, and where one more comes the one that has been
 * there longest goes, strangers first: clients that are slow, or never ask, keep out nobody. Safe
 * for use by several threads.
 */
public final class Listener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    /** A few servers of Prometheus, or a few people with a browser, which asks for six at once. */
    private static final int CLIENTS_MAX = 16;

    private static final int LOOK_MILLIS = 500;

    private final LoopbackAddress address;
    private final Service service;
    private final Handler handler;
    private final Set<Client> clients = new LinkedHashSet<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile ServerSocket socket;

    private Listener(LoopbackAddress address, Service service, Handler handler) {
        this.address = address;
        this.service = service;
        this.handler = handler;
        thread = Thread.ofPlatform().daemon().name(service.thread()).unstarted(this::run);
    }

    /**
     * Begins to listen, and tells the log how that went. While the port is taken it is tried again,
     * more and more seldom.
     */
    public static Listener start(LoopbackAddress address, Service service, Handler handler) {
        Listener listener = new Listener(address, service, handler);
        listener.tryToOpen(false);
        listener.thread.start();
        return listener;
    }

    private void run() {
        Backoff backoff = new Backoff();
        while (!closed) {
            try {
                if (socket == null) {
                    Thread.sleep(Duration.ofNanos(backoff.failed()));
                    tryToOpen(true);
                } else {
                    acceptAll();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tryToOpen(boolean again) {
        ServerSocket next = null;
        try {
            next = new ServerSocket();
            next.bind(
                    new InetSocketAddress(
                            InetAddress.getByAddress(address.address().bytes()), address.port()));
            next.setSoTimeout(LOOK_MILLIS);
            socket = next;
            if (closed) {
                next.close();
                return;
            }
            LOG.info("Serving {} at http://{}{}", service.what(), address, service.path());
        } catch (IOException e) {
            close(next);
            if (!again) {
                LOG.error(
                        "No {}: cannot listen at {} {}: {}; it is tried again",
                        service.what(),
                        service.keyword(),
                        address,
                        e.getMessage());
            }
        }
    }

    private static void close(ServerSocket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.debug("Closing", e);
        }
    }

    private void acceptAll() throws InterruptedException {
        try {
            take(socket.accept());
        } catch (SocketTimeoutException e) {
            dismissOverdue();
        } catch (IOException e) {
            if (!closed) {
                LOG.debug("Accepting a client of {}", service.what(), e);
                // There is no descriptor left, most likely.
                Thread.sleep(LOOK_MILLIS);
                dismissOverdue();
            }
        }
    }

    private void take(Socket accepted) {
        Client client = new Client(accepted, service, handler, System.nanoTime());
        dismissOverdue();
        synchronized (clients) {
            if (clients.size() >= CLIENTS_MAX) {
                Client oldest =
                        clients.stream()
                                .filter(each -> !each.isKnown())
                                .findFirst()
                                .orElseGet(clients.iterator()::next);
                oldest.close();
                clients.remove(oldest);
            }
            clients.add(client);
        }
        client.start(() -> forget(client));
    }

    private void forget(Client client) {
        synchronized (clients) {
            clients.remove(client);
        }
    }

    private void dismissOverdue() {
        long now = System.nanoTime();
        all().stream().filter(client -> client.isOverdue(now)).forEach(Client::close);
    }

    private List<Client> all() {
        synchronized (clients) {
            return new ArrayList<>(clients);
        }
    }

    /** Listens no more, and ends whoever is being served. Returns when the port is free. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        close(socket);
        all().forEach(Client::close);
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
