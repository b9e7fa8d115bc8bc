package org.ninelives.snmp.session;

import java.io.IOException;
import java.net.PortUnreachableException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ninelives.api.system.Backoff;
import org.ninelives.snmp.core.Renewed;
import org.ninelives.snmp.core.Responder;
import org.ninelives.snmp.settings.MasterAddress;
import org.ninelives.snmp.wire.DamagedPacketException;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Packet;
import org.ninelives.snmp.wire.PacketDecoder;
import org.ninelives.snmp.wire.Pdu;
import org.ninelives.snmp.wire.VarBind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a master for as long as it is open. Where no master answers it says so once, and tries
 * again, more and more seldom. Nobody waits for it but its own two threads. Safe for use by several
 * threads.
 */
public final class Subagent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subagent.class);

    /** As often as net-snmp's own subagents. */
    private static final Duration PING_PERIOD = Duration.ofSeconds(15);

    /** Traps that wait while a master does not read; more are dropped. */
    private static final int TRAPS_MAX = 1000;

    private static final int GENERAL_ERROR = 5;

    private final MasterAddress master;
    private final List<Oid> subtrees;
    private final Renewed variables;
    private final Thread thread = Thread.ofPlatform().daemon().name("snmp").unstarted(this::run);
    private final ScheduledExecutorService sender =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("snmp-send").factory());
    private final Future<?> pings;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Optional<Session> session = Optional.empty();
    private volatile boolean closed;
    private boolean complained;

    private Subagent(MasterAddress master, List<Oid> subtrees, Renewed variables) {
        this.master = master;
        this.subtrees = List.copyOf(subtrees);
        this.variables = variables;
        pings =
                sender.scheduleAtFixedRate(
                        this::ping,
                        PING_PERIOD.toMillis(),
                        PING_PERIOD.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to serve.
     *
     * @param subtrees what the master shall ask here
     * @param variables those that are there now; asked by one thread
     */
    public static Subagent start(MasterAddress master, List<Oid> subtrees, Renewed variables) {
        Subagent subagent = new Subagent(master, subtrees, variables);
        subagent.thread.start();
        return subagent;
    }

    /**
     * Has the master tell something, soon; nothing while there is none.
     *
     * @param traps made on the thread that sends
     */
    public void tell(Supplier<List<List<VarBind>>> traps) {
        if (closed || session.isEmpty() || waiting.get() >= TRAPS_MAX) {
            return;
        }
        waiting.incrementAndGet();
        try {
            sender.execute(() -> send(traps));
        } catch (RejectedExecutionException e) {
            LOG.debug("it was closed meanwhile", e);
        }
    }

    /**
     * Has the master tell what is found, again and again while there is one.
     *
     * @param traps looks, on the thread that sends
     */
    public void watch(Duration period, Supplier<List<List<VarBind>>> traps) {
        var unused =
                sender.scheduleWithFixedDelay(
                        () -> tellNow(traps),
                        period.toMillis(),
                        period.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void send(Supplier<List<List<VarBind>>> traps) {
        waiting.decrementAndGet();
        tellNow(traps);
    }

    private void tellNow(Supplier<List<List<VarBind>>> traps) {
        try {
            session.ifPresent(now -> traps.get().forEach(now::tell));
        } catch (IllegalStateException e) {
            LOG.warn("SNMP: a trap is lost: {}", e.getMessage());
        }
    }

    private void ping() {
        session.ifPresent(Session::ping);
    }

    private void run() {
        Backoff backoff = new Backoff();
        while (!closed) {
            try (Link link = Link.to(master)) {
                serve(link);
            } catch (IOException | DamagedPacketException | RuntimeException e) {
                if (session.isPresent()) {
                    backoff.works();
                }
                session = Optional.empty();
                complain(e);
            }
            rest(backoff.failed());
        }
    }

    private void complain(Exception problem) {
        if (!closed && !complained) {
            complained = true;
            LOG.warn(
                    "SNMP: no agent serves us at {}: {}; tried again, up to a minute apart",
                    master,
                    reason(problem));
        }
    }

    /** What the platform has no sentence for. */
    private static String reason(Exception problem) {
        return switch (problem) {
            case PortUnreachableException refused -> "nothing listens there";
            case ClosedChannelException closed -> "it does not answer in time";
            default -> Objects.requireNonNullElse(problem.getMessage(), problem.toString());
        };
    }

    private void rest(long nanos) {
        try {
            if (!closed) {
                TimeUnit.NANOSECONDS.sleep(nanos);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Waits for an answer no longer than a master waits for one of ours. */
    private Session open(Link link) throws IOException, DamagedPacketException {
        Future<?> limit =
                sender.schedule(() -> abandon(link), Session.TIMEOUT_SECONDS, TimeUnit.SECONDS);
        try {
            return Session.open(link);
        } finally {
            limit.cancel(false);
        }
    }

    private static void abandon(Link link) {
        try {
            link.close();
        } catch (IOException e) {
            LOG.debug("it is closed already", e);
        }
    }

    private void serve(Link link) throws IOException, DamagedPacketException {
        Session now = open(link);
        now.register(subtrees);
        session = Optional.of(now);
        LOG.info("SNMP: connected to the agent at {}", master);
        complained = false;
        Responder responder = new Responder(variables, variables::outdate);
        while (!closed) {
            Packet packet = PacketDecoder.decode(link.receive());
            now.heard();
            switch (packet.pdu()) {
                case Pdu.Close close ->
                        throw new IOException(
                                "the agent ended the session, reason " + close.reason());
                case Pdu.Response response -> now.answered(packet.id(), response);
                default -> {
                    Optional<Packet> answer = answer(responder, packet);
                    if (answer.isPresent()) {
                        now.send(answer.get());
                    }
                }
            }
        }
    }

    /**
     * Beans that cannot be read, as a loop does not answer, are an error of this question alone.
     */
    private static Optional<Packet> answer(Responder responder, Packet question) {
        try {
            return responder.answer(question);
        } catch (IllegalStateException e) {
            LOG.debug("not answered", e);
            return Optional.of(question.answer(Pdu.Response.failed(GENERAL_ERROR, 1)));
        }
    }

    /**
     * Ends the session, and both threads soon. A master that does not read is waited for a second.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        pings.cancel(false);
        Future<?> leave = sender.submit(() -> session.ifPresent(Session::close));
        try {
            leave.get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("it does not hear that we go", e);
        }
        sender.shutdownNow();
        thread.interrupt();
    }
}
