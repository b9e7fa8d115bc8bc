package org.ninelives.check.engine;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.Probe;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.api.system.LackException;

/** What one look may use. For the thread that looks. */
final class LookProbe implements Probe, AutoCloseable {

    private final ConnectTarget target;
    private final Network network;
    private final LongSupplier clock;

    /** Spares the words of the thousands of looks that nobody watches. */
    private final boolean isWatched;

    private final Consumer<String> story;
    private final long connectNanos;
    private final long checkNanos;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>(1);
    private long deadlineNanos;
    private Optional<LackException> missing = Optional.empty();

    /** Of a look that nobody watches. Its time begins now. */
    LookProbe(ConnectTarget target, CheckSchedule schedule, Network network, LongSupplier clock) {
        this(target, schedule, network, clock, step -> {}, false);
    }

    /** The same of one whose steps are heard. */
    LookProbe(
            ConnectTarget target,
            CheckSchedule schedule,
            Network network,
            LongSupplier clock,
            Consumer<String> story) {
        this(target, schedule, network, clock, story, true);
    }

    private LookProbe(
            ConnectTarget target,
            CheckSchedule schedule,
            Network network,
            LongSupplier clock,
            Consumer<String> story,
            boolean isWatched) {
        this.isWatched = isWatched;
        this.target = target;
        this.network = network;
        this.clock = clock;
        this.story = story;
        connectNanos = schedule.connectTimeout().toNanos();
        checkNanos = schedule.checkTimeout().toNanos();
        deadlineNanos = clock.getAsLong() + connectNanos + checkNanos;
    }

    @Override
    public ConnectTarget target() {
        return target;
    }

    @Override
    public Optional<String> networkNamespace() {
        return network.namespace();
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public Connection connect() throws IOException {
        if (isWatched) {
            tell("connecting to " + target);
        }
        try {
            Connection connection = network.connections().connect(target, within(connectNanos));
            opened.push(connection);
            connection.setDeadline(within(checkNanos));
            return connection;
        } catch (LackException e) {
            throw lacks(e);
        }
    }

    @Override
    public DatagramConnection openDatagrams() throws IOException {
        try {
            DatagramConnection connection = network.connections().openDatagrams(target);
            opened.push(connection);
            // No time goes into connecting, so all that follows begins at once.
            deadlineNanos = within(checkNanos);
            return connection;
        } catch (LackException e) {
            throw lacks(e);
        }
    }

    @Override
    public void echo(int payloadBytes) throws IOException {
        if (isWatched) {
            tell("asking " + target.address() + " for an echo of " + payloadBytes + " bytes");
        }
        try {
            network.connections().echo(target, payloadBytes, within(connectNanos));
        } catch (LackException e) {
            throw lacks(e);
        }
    }

    /** What this machine lacked when the look asked for it last, whoever has caught that. */
    Optional<LackException> missing() {
        return missing;
    }

    private LackException lacks(LackException e) {
        missing = Optional.of(e);
        return e;
    }

    @Override
    public void tell(String step) {
        story.accept(step);
    }

    @Override
    public boolean isWatched() {
        return isWatched;
    }

    /** A moment from now on, and not after the end of the look. */
    private long within(long nanos) {
        long end = clock.getAsLong() + nanos;
        return end - deadlineNanos < 0 ? end : deadlineNanos;
    }

    /** Ends whatever the look has opened and left. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            story.accept("closing failed: " + e);
        }
    }
}
