package org.ninelives.linux.echo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.poll.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Questions under way. Loop thread only. */
public final class LinuxEcho implements EchoProbe, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxEcho.class);

    private final SecureRandom random = new SecureRandom();
    private final Poller poller;
    private final List<Waiting> waiting = new ArrayList<>();
    private int asked;

    public LinuxEcho(Poller poller) {
        this.poller = poller;
    }

    /**
     * Somebody who waits to be told.
     *
     * @param atNanos when at the latest
     * @param then what
     * @param socket to close; null when the question could not leave
     */
    private record Waiting(
            long atNanos, Outcome then, EchoSocket socket, Consumer<Outcome> outcome) {}

    @Override
    public void ask(Question question, Consumer<Outcome> outcome) {
        asked++;
        EchoMessage message =
                new EchoMessage(random.nextInt() & 0xffff, asked & 0xffff, random.nextLong());
        long now = System.nanoTime();
        try {
            EchoSocket socket = EchoSocket.ask(question, message, now, poller, this::answered);
            long end = now + question.timeout().toNanos();
            waiting.add(new Waiting(end, new Outcome.Silent(), socket, outcome));
        } catch (SystemException e) {
            waiting.add(new Waiting(now, new Outcome.Unsent(e), null, outcome));
        }
    }

    private void answered(EchoSocket socket, Outcome.Answered answer) {
        for (Waiting each : waiting) {
            if (socket.equals(each.socket())) {
                end(each, answer);
                return;
            }
        }
    }

    /** When {@link #due} wants to be called, or {@link LoopTask#NEVER}. */
    public long deadlineNanos() {
        long earliest = LoopTask.NEVER;
        for (int i = 0; i < waiting.size(); i++) {
            earliest = Math.min(earliest, waiting.get(i).atNanos());
        }
        return earliest;
    }

    /** Gives up those whose time is over. */
    public void due(long nowNanos) {
        if (waiting.isEmpty()) {
            return;
        }
        for (Waiting each : List.copyOf(waiting)) {
            if (each.atNanos() <= nowNanos) {
                end(each, each.then());
            }
        }
    }

    private void end(Waiting one, Outcome outcome) {
        waiting.remove(one);
        if (one.socket() != null) {
            one.socket().close();
        }
        try {
            one.outcome().accept(outcome);
        } catch (RuntimeException e) {
            LOG.error("whoever asked for an echo failed on its outcome", e);
        }
    }

    @Override
    public void close() {
        waiting.stream()
                .filter(each -> each.socket() != null)
                .forEach(each -> each.socket().close());
        waiting.clear();
    }
}
