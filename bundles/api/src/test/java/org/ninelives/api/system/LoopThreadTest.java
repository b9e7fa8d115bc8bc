package org.ninelives.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions to what works on a loop. */
class LoopThreadTest {

    private final SystemException refused = new SystemException("socket", "EPERM", "");

    private final ImmediateLoop loop = new ImmediateLoop();
    private final List<String> entries = new ArrayList<>();

    @AfterEach
    void forgetInterrupt() {
        Thread.interrupted();
    }

    @Test
    void theTaskIsMadeOnTheLoopAndHearsOfItsTurns() throws SystemException {
        start();
        loop.task.due(3);
        loop.task.turnEnded(4);

        assertThat(loop.name).isEqualTo("test");
        assertThat(loop.task.deadlineNanos()).isEqualTo(Diary.DEADLINE);
        assertThat(entries).containsExactly("due 3", "ended 4");
    }

    @Test
    void beforeThereIsATaskNothingIsDue() throws SystemException {
        loop.holds = true;
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::start).isInstanceOf(IllegalStateException.class);

        assertThat(loop.task.deadlineNanos()).isEqualTo(LoopTask.NEVER);
        loop.task.turnEnded(1);
    }

    @Test
    void aLoopWithoutATaskIsClosed() {
        assertThatThrownBy(() -> LoopThread.start("test", loop::start, this::refuse))
                .isSameAs(refused);
        assertThat(loop.closed).isTrue();
    }

    @Test
    void whatGoesWrongIsToldToWhoAsked() throws SystemException {
        LoopThread<Diary> thread = start();
        assertThatThrownBy(() -> thread.ask(this::refuse)).isSameAs(refused);
        assertThatThrownBy(() -> thread.ask(diary -> diary.entries.get(7)))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatIsBegunIsAskedInTheOrderOfPosting() throws SystemException {
        LoopThread<Diary> thread = start();
        loop.holds = true;
        LoopThread.Answer<Integer> answer = thread.begin(diary -> diary.entries.size());
        thread.post(diary -> diary.entries.add("later"));
        loop.run();

        assertThat(answer.await()).isZero();
        assertThat(entries).containsExactly("later");
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() throws SystemException {
        LoopThread<Diary> thread = start();
        loop.holds = true;
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> thread.ask(diary -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("interrupted while waiting for the test loop");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    private LoopThread<Diary> start() throws SystemException {
        return LoopThread.start("test", loop::start, made -> new Diary(entries));
    }

    private Diary refuse(Object anything) throws SystemException {
        throw refused;
    }

    private record Diary(List<String> entries) implements LoopTask {

        static final long DEADLINE = 42;

        @Override
        public long deadlineNanos() {
            return DEADLINE;
        }

        @Override
        public void due(long nowNanos) {
            entries.add("due " + nowNanos);
        }

        @Override
        public void turnEnded(long nowNanos) {
            entries.add("ended " + nowNanos);
        }
    }

    /** Does at once what is posted, unless it holds that back. */
    private static final class ImmediateLoop implements WatchLoop {

        private final Queue<Runnable> posted = new ArrayDeque<>();
        private String name;
        private LoopTask task;
        private boolean holds;
        private boolean closed;

        WatchLoop start(String threadName, LoopTask first) {
            name = threadName;
            task = first;
            return this;
        }

        void run() {
            while (!posted.isEmpty()) {
                posted.remove().run();
            }
        }

        @Override
        public void post(Runnable work) {
            posted.add(work);
            if (!holds) {
                run();
            }
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public long nowNanos() {
            return 0;
        }

        @Override
        public Links links() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ProcessWatch openProcessWatch(ProcessWatch.Listener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileWatch openFileWatch(FileWatch.Listener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public UdpSocket openUdpSocket(UdpSocket.Options options, UdpSocket.Receiver receiver) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void tune(ThreadSettings settings) {}
    }
}
