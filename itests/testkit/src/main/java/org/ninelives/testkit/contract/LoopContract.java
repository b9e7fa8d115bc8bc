package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a loop does for its task and for those who post work. */
public abstract class LoopContract extends Contract {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void postedWorkRunsInTheOrderOfPosting() throws Exception {
        List<Integer> ran = new CopyOnWriteArrayList<>();
        IntStream.range(0, 100).forEach(i -> loop.post(() -> ran.add(i)));
        rig.until("all work ran", () -> ran.size() == 100);
        assertThat(ran).isSorted();
    }

    @Test
    void workPostedByManyThreadsRunsOnceAndInTheOrderOfEach() throws Exception {
        List<Integer> ran = new ArrayList<>(); // Touched by the loop's thread alone.
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int first = t * 1000;
            Runnable posting =
                    () ->
                            IntStream.range(first, first + 1000)
                                    .forEach(i -> loop.post(() -> ran.add(i)));
            threads.add(Thread.ofPlatform().start(posting));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        List<Integer> all = rig.on(loop, () -> List.copyOf(ran));
        assertThat(all).hasSize(4000).doesNotHaveDuplicates();
        for (int t = 0; t < 4; t++) {
            int of = t;
            assertThat(all.stream().filter(i -> i / 1000 == of)).isSorted();
        }
    }

    @Test
    void aDeadlineIsCalledOnceAndNotEarly() throws Exception {
        long deadline = rig.on(loop, loop::nowNanos) + 20 * MILLISECOND;
        rig.on(
                loop,
                () -> {
                    task.dueAt(deadline);
                    return null;
                });
        rig.until("the deadline was called", () -> !task.calls().isEmpty());
        assertThat(task.calls()).singleElement().matches(at -> at >= deadline);
    }

    @Test
    void aDeadlineThatIsPastIsCalledAtOnce() throws Exception {
        rig.on(
                loop,
                () -> {
                    task.dueAt(0);
                    return null;
                });
        rig.until("the deadline was called", () -> !task.calls().isEmpty());
    }

    @Test
    void aTurnEndsAfterTheWorkOfTheTurn() throws Exception {
        int before = rig.on(loop, task::turnsEnded);
        rig.until("the turn ended", () -> task.turnsEnded() > before);
    }

    @Test
    void anExceptionEndsThatCallOnly() throws Exception {
        List<String> ran = new CopyOnWriteArrayList<>();
        task.fail(true);
        loop.post(
                () -> {
                    throw new IllegalStateException("asked to fail");
                });
        loop.post(() -> ran.add("next"));
        rig.until("work after the failure ran", () -> ran.contains("next"));
        task.dueAt(0);
        loop.post(() -> ran.add("deadline"));
        rig.until("a failing deadline was called", () -> !task.calls().isEmpty());
        rig.on(loop, () -> ran.add("last"));
        assertThat(ran).contains("last");
    }

    @Test
    void closingRunsWhatWasPostedAndDropsTheRest() {
        List<String> ran = new CopyOnWriteArrayList<>();
        loop.post(() -> ran.add("before"));
        loop.close();
        loop.post(() -> ran.add("after"));
        loop.close();
        assertThat(ran).containsExactly("before");
    }
}
