package org.ninelives.management.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on one address, within limits, with TLS if so told. */
final class GuardedServerSocket extends ServerSocket {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedServerSocket.class);

    /** Connections that wait while one is accepted; administrators come by ones. */
    private static final int BACKLOG = 16;

    /** Within this time a client has shaken hands and said what it wants. */
    private static final long START_SECONDS = 15;

    private final Optional<TlsContext> tls;
    private final ScheduledExecutorService thread;
    private final ConnectionLimits limits = new ConnectionLimits();
    private final RequestBudget budget = new RequestBudget();
    private final Seldom seldom = new Seldom(System::nanoTime);

    /**
     * Listens.
     *
     * @param thread ends connections that do not start
     * @throws IOException if the port is taken or the address is not of this host
     */
    GuardedServerSocket(
            int port,
            InetAddress address,
            Optional<TlsContext> tls,
            ScheduledExecutorService thread)
            throws IOException {
        super(port, BACKLOG, address);
        this.tls = tls;
        this.thread = thread;
    }

    @Override
    public Socket accept() throws IOException {
        while (true) {
            Socket plain = super.accept();
            Origin origin = Origin.of(plain.getInetAddress());
            if (!limits.enter(origin)) {
                complain(origin, "has too many of them open, or all others have");
                plain.close();
                continue;
            }
            try {
                return guarded(plain, origin);
            } catch (IOException | RejectedExecutionException e) {
                // This client is gone, or the connector is about to close: RMI waits for others.
                LOG.debug("JMX: a connection was lost while it came in", e);
                limits.leave(origin);
                plain.close();
            }
        }
    }

    private ClientConnection guarded(Socket plain, Origin origin) throws IOException {
        ClientConnection connection =
                new ClientConnection(
                        tls.isPresent() ? tls.get().encrypt(plain) : plain,
                        budget.request(),
                        reason -> complain(origin, reason),
                        () -> limits.leave(origin));
        var unused =
                thread.schedule(connection::closeUnlessAnswered, START_SECONDS, TimeUnit.SECONDS);
        return connection;
    }

    private void complain(Origin origin, String reason) {
        seldom.tell(origin.text())
                .ifPresent(
                        leftOut ->
                                LOG.warn(
                                        "JMX connection from {} refused: {}{}",
                                        origin.text(),
                                        reason,
                                        Seldom.more(leftOut)));
    }
}
