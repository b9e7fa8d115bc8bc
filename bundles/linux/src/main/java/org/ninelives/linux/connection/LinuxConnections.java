package org.ninelives.linux.connection;

import java.io.IOException;
import java.util.Optional;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.api.system.SystemException;

/** Connections of one network namespace. */
final class LinuxConnections implements Connections {

    private final Network network;

    private LinuxConnections(Network network) {
        this.network = network;
    }

    static LinuxConnections open(Optional<String> networkNamespace, SocketPlaces places)
            throws SystemException {
        SocketOpener opener =
                networkNamespace.isPresent()
                        ? NamedNamespaceOpener.enter(networkNamespace.get())
                        : OwnNamespaceOpener.INSTANCE;
        String thread = "connections" + networkNamespace.map(name -> " " + name).orElse("");
        try {
            return new LinuxConnections(
                    new Network(opener, new Readiness(thread), new MemoryPool(), places));
        } catch (SystemException e) {
            opener.close();
            throw e;
        }
    }

    @Override
    public Connection connect(ConnectTarget target, long deadlineNanos) throws IOException {
        return LinuxConnection.open(network, target, deadlineNanos);
    }

    @Override
    public DatagramConnection openDatagrams(ConnectTarget target) throws IOException {
        return LinuxDatagramConnection.open(network, target);
    }

    @Override
    public void echo(ConnectTarget target, int payloadBytes, long deadlineNanos)
            throws IOException {
        new EchoExchange(network, target, payloadBytes).run(deadlineNanos);
    }

    /** Whoever waits is told that it is over. */
    @Override
    public void close() {
        network.opener().close();
        network.readiness().close();
    }
}
