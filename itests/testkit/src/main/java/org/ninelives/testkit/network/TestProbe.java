package org.ninelives.testkit.network;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ninelives.api.check.Probe;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.DatagramConnection;

/** What a check may use while it looks once, and what it has told meanwhile. */
public final class TestProbe implements Probe {

    private final Connections connections;
    private final ConnectTarget target;
    private final long deadlineNanos;
    private final List<String> steps = new CopyOnWriteArrayList<>();

    /** With much more time than anything takes that does not hang. */
    public TestProbe(Connections connections, ConnectTarget target) {
        this(connections, target, Duration.ofSeconds(20));
    }

    /** With so much time for the whole look, beginning now. */
    public TestProbe(Connections connections, ConnectTarget target, Duration time) {
        this.connections = connections;
        this.target = target;
        deadlineNanos = System.nanoTime() + time.toNanos();
    }

    /** What has been told, in order. */
    public List<String> steps() {
        return steps;
    }

    @Override
    public ConnectTarget target() {
        return target;
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public Connection connect() throws IOException {
        return connections.connect(target, deadlineNanos);
    }

    @Override
    public DatagramConnection openDatagrams() throws IOException {
        return connections.openDatagrams(target);
    }

    @Override
    public void echo(int payloadBytes) throws IOException {
        connections.echo(target, payloadBytes, deadlineNanos);
    }

    @Override
    public void tell(String step) {
        steps.add(step);
    }
}
