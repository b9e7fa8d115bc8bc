package org.ninelives.management.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.server.RMIServerSocketFactory;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Listens as the settings say where RMI would listen on all addresses. Registry and connector are
 * given the same one, which lets them share one port.
 */
final class GuardedSocketFactory implements RMIServerSocketFactory {

    private final InetAddress address;
    private final Optional<TlsContext> tls;
    private final ScheduledExecutorService thread;

    GuardedSocketFactory(
            InetAddress address, Optional<TlsContext> tls, ScheduledExecutorService thread) {
        this.address = address;
        this.tls = tls;
        this.thread = thread;
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new GuardedServerSocket(port, address, tls, thread);
    }
}
