package org.ninelives.lvs.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckListener;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.lvs.core.Input;

/**
 * Takes what checks tell on any thread to the loop's, many at a time, so that a thousand servers
 * that fail at once are one change of the kernel's table.
 */
final class Inbox implements CheckListener {

    private final WatchLoop loop;
    private final Consumer<Input.CheckTold> reader;
    private final Queue<Input.CheckTold> told = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean posted = new AtomicBoolean();

    Inbox(WatchLoop loop, Consumer<Input.CheckTold> reader) {
        this.loop = loop;
        this.reader = reader;
    }

    @Override
    public void told(CheckKey key, CheckStanding standing) {
        told.add(new Input.CheckTold(key, standing));
        if (posted.compareAndSet(false, true)) {
            loop.post(this::read);
        }
    }

    /** Hands on what has come until now. Loop thread only. */
    void read() {
        posted.set(false);
        for (Input.CheckTold each = told.poll(); each != null; each = told.poll()) {
            reader.accept(each);
        }
    }
}
