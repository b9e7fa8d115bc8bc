package org.ninelives.management;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.rmi.server.RMIServerSocketFactory;

/**
 * Listens on one address of the host where RMI would listen on all. Two with the same address are
 * equal, which lets registry and connector share one port.
 *
 * @param address where to listen
 */
record HostSocketFactory(InetAddress address) implements RMIServerSocketFactory {

    /** Connections that wait while one is accepted; administrators come by ones. */
    private static final int BACKLOG = 16;

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new ServerSocket(port, BACKLOG, address);
    }
}
