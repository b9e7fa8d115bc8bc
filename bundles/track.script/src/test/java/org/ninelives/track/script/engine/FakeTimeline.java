package org.ninelives.track.script.engine;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** Time that passes when the test says so; work posted is done at once. */
final class FakeTimeline implements Timeline {

    private record Planned(long nanos, Runnable work) {}

    private final Queue<Planned> planned =
            new PriorityQueue<>(Comparator.comparingLong(Planned::nanos));
    private long nowNanos;
    private boolean closed;

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public void post(Runnable work) {
        if (!closed) {
            work.run();
        }
    }

    @Override
    public Runnable at(long nanos, Runnable work) {
        Planned plan = new Planned(nanos, work);
        planned.add(plan);
        return () -> planned.remove(plan);
    }

    void pass(long nanos) {
        long end = nowNanos + nanos;
        for (Optional<Planned> next = next(end); next.isPresent(); next = next(end)) {
            nowNanos = next.get().nanos();
            next.get().work().run();
        }
        nowNanos = end;
    }

    private Optional<Planned> next(long end) {
        Planned next = planned.peek();
        return next == null || closed || next.nanos() > end
                ? Optional.empty()
                : Optional.of(planned.remove());
    }

    @Override
    public void close() {
        closed = true;
    }
}
