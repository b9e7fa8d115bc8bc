package org.ninelives.checkers;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.api.system.Networks;
import org.ninelives.api.system.SystemException;

/** The networks of somebody else, and when whom was asked for. Any thread. */
final class NotedNetworks implements Networks {

    private final Networks networks;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

    /**
     * Somebody wanted to reach somebody.
     *
     * @param nanos on the scale of {@link System#nanoTime}
     */
    record Attempt(ConnectTarget target, long nanos) {}

    NotedNetworks(Networks networks) {
        this.networks = networks;
    }

    /** When this target was wanted, in order, on the scale of {@link System#nanoTime}. */
    List<Long> attempts(ConnectTarget target) {
        return attempts.stream()
                .filter(attempt -> attempt.target().equals(target))
                .map(Attempt::nanos)
                .toList();
    }

    private void note(ConnectTarget target) {
        attempts.add(new Attempt(target, System.nanoTime()));
    }

    @Override
    public Connections open(Optional<String> networkNamespace) throws SystemException {
        Connections connections = networks.open(networkNamespace);
        return new Connections() {
            @Override
            public Connection connect(ConnectTarget target, long deadlineNanos) throws IOException {
                note(target);
                return connections.connect(target, deadlineNanos);
            }

            @Override
            public DatagramConnection openDatagrams(ConnectTarget target) throws IOException {
                note(target);
                return connections.openDatagrams(target);
            }

            @Override
            public void echo(ConnectTarget target, int payloadBytes, long deadlineNanos)
                    throws IOException {
                note(target);
                connections.echo(target, payloadBytes, deadlineNanos);
            }

            @Override
            public void close() {
                connections.close();
            }
        };
    }
}
