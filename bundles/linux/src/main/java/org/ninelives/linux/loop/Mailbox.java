package org.ninelives.linux.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work posted by any thread, run by the loop's. */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    /** So that work that posts work cannot keep the loop from its deadlines. */
    private static final int WORK_PER_TURN = 256;

    private final Queue<Runnable> posted = new ConcurrentLinkedQueue<>();

    void add(Runnable work) {
        posted.add(work);
    }

    boolean isEmpty() {
        return posted.isEmpty();
    }

    /** Runs some of what is posted, in order. */
    void run() {
        for (int i = 0; i < WORK_PER_TURN; i++) {
            Runnable work = posted.poll();
            if (work == null) {
                return;
            }
            try {
                work.run();
            } catch (Throwable e) { // One bad piece of work may not end the loop.
                LOG.error("posted work failed", e);
            }
        }
    }
}
