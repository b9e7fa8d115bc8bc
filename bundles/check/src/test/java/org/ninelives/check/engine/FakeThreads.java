package org.ninelives.check.engine;

import java.util.ArrayList;
import java.util.List;

/** Threads that run when the test says so. */
final class FakeThreads implements Starter {

    private final List<FakeThread> threads = new ArrayList<>();
    private boolean busy;
    private boolean missing;

    /** One look on its thread. */
    static final class FakeThread extends Thread {

        private final Runnable work;
        private final String keyword;
        private int interruptions;

        private FakeThread(String keyword, Runnable work) {
            this.keyword = keyword;
            this.work = work;
        }

        @Override
        public void interrupt() {
            interruptions++;
        }

        int interruptions() {
            return interruptions;
        }

        String keyword() {
            return keyword;
        }

        void finish() {
            work.run();
        }
    }

    @Override
    public Thread start(String keyword, Runnable work) {
        if (missing) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        FakeThread thread = new FakeThread(keyword, work);
        threads.add(thread);
        if (!busy && work instanceof LookRun run) {
            run.begin();
        }
        return thread;
    }

    /** Threads do not come to run before the test finishes them, as on a machine that is busy. */
    void setBusy() {
        busy = true;
    }

    /** The kernel gives no more threads, or it does again. */
    void setMissing(boolean missing) {
        this.missing = missing;
    }

    /** Those that were started and not taken before. */
    List<FakeThread> takeStarted() {
        List<FakeThread> taken = List.copyOf(threads);
        threads.clear();
        return taken;
    }
}
