package org.ninelives.ctl.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import org.ninelives.api.management.EventRecord;

/** The latest events; asks for those only that it has not seen. */
final class Tail {

    private final LongFunction<List<EventRecord>> since;
    private final int length;
    private final Deque<EventRecord> latest = new ArrayDeque<>();
    private long seen;

    /**
     * Has seen none.
     *
     * @param since answers the events after a sequence, some at a time
     * @param length how many are kept
     */
    Tail(LongFunction<List<EventRecord>> since, int length) {
        this.since = since;
        this.length = length;
    }

    /** The latest of all, the oldest first. */
    List<EventRecord> latest() {
        for (List<EventRecord> more = since.apply(seen);
                !more.isEmpty();
                more = since.apply(seen)) {
            more.forEach(this::add);
        }
        return List.copyOf(latest);
    }

    private void add(EventRecord event) {
        seen = event.sequence();
        latest.addLast(event);
        if (latest.size() > length) {
            latest.removeFirst();
        }
    }
}
