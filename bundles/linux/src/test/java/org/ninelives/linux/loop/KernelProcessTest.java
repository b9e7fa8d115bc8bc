package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.ProcessWatch;
import org.ninelives.api.system.RunningProcess;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.testkit.contract.RecordingTask;

/** Many processes at once, and what this kernel refuses. */
@Tag("kernel")
class KernelProcessTest {

    private static final int FORKS = 10_000;

    private final List<ProcessEvent> events = new CopyOnWriteArrayList<>();
    private KernelRig rig;
    private WatchLoop loop;
    private ProcessWatch watch;

    @BeforeEach
    void open() throws Exception {
        rig = new KernelRig();
        loop = rig.startWatch(new RecordingTask());
    }

    @AfterEach
    void close() {
        loop.close();
        rig.close();
    }

    @Test
    void tenThousandForksAreAllTold() throws Exception {
        Set<Integer> alive = new HashSet<>();
        Set<Integer> born = new HashSet<>();
        int shell = rig.processes().start();
        openWatch(
                event -> {
                    if (event instanceof ProcessEvent.Forked fork && fork.parent() == shell) {
                        born.add(fork.child());
                        alive.add(fork.child());
                    } else if (event instanceof ProcessEvent.Exited exited) {
                        alive.remove(exited.pid());
                    } else if (event instanceof ProcessEvent.Lost) {
                        events.add(event);
                    }
                });
        forkMany(shell);
        rig.until("all have ended", () -> onLoop(() -> born.size() == FORKS && alive.isEmpty()));
        assertThat(events).as("what was lost").isEmpty();
    }

    @Test
    void aLossIsToldOnceAndAListMakesUpForIt() throws Exception {
        int shell = rig.processes().start();
        int ending = rig.processes().start();
        openWatch(events::add);
        rig.on(
                loop,
                () -> {
                    watch.setReceiveBuffer(OptionalInt.of(4096), false);
                    return true;
                });
        CountDownLatch busy = new CountDownLatch(1);
        loop.post(() -> await(busy));
        forkMany(shell);
        rig.processes().end(ending);
        int born = rig.processes().start();
        busy.countDown();

        rig.until("told of the loss", () -> events.contains(new ProcessEvent.Lost()));
        assertThat(events).filteredOn(new ProcessEvent.Lost()::equals).hasSize(1);
        List<RunningProcess> now = rig.on(loop, () -> watch.list(false));
        assertThat(now)
                .contains(new RunningProcess(born, "sh", List.of()))
                .contains(new RunningProcess(shell, "sh", List.of()))
                .noneMatch(process -> process.pid() == ending);

        int after = rig.processes().start();
        rig.until("told again", () -> events.contains(new ProcessEvent.Executed(after)));
    }

    @Test
    void aLargeBufferNeedsARightOnlyWhenForced() throws Exception {
        openWatch(events::add);
        rig.on(
                loop,
                () -> {
                    watch.setReceiveBuffer(OptionalInt.of(64 << 20), true);
                    watch.setReceiveBuffer(OptionalInt.of(64 << 20), false);
                    watch.setReceiveBuffer(OptionalInt.empty(), false);
                    return true;
                });
    }

    @Test
    void withoutTheRightItIsRefusedWithAWordAboutIt() throws Exception {
        try (Namespace namespace = new Namespace()) {
            namespace.dropRights();
            LinuxMachine machine = new LinuxMachine();
            assertThatThrownBy(
                            () -> {
                                WatchLoop poor =
                                        namespace.run(
                                                () ->
                                                        machine.startWatchLoop(
                                                                "poor", new RecordingTask()));
                                try {
                                    rig.on(poor, () -> poor.openProcessWatch((now, event) -> {}));
                                } finally {
                                    poor.close();
                                }
                            })
                    .isInstanceOf(SystemException.class)
                    .hasMessageContaining("first network namespace")
                    .hasMessageContaining("needs CAP_SYS_ADMIN");
        }
    }

    @Test
    void aZombieHasEnded() throws Exception {
        openWatch(events::add);
        int shell = rig.processes().start();
        // It becomes sleep, which asks after no child.
        rig.processes().tell(shell, "sh -c 'exit 0' & exec sleep 1000");
        rig.until("the child ended", () -> child(shell).filter(this::hasExited).isPresent());
        int child = child(shell).orElseThrow();
        assertThat(rig.on(loop, () -> watch.find(child, true))).isEmpty();
        assertThat(rig.on(loop, () -> watch.list(false))).noneMatch(p -> p.pid() == child);
        assertThat(ProcessHandle.of(child)).as("it is a zombie").isPresent();
    }

    private Optional<Integer> child(int shell) {
        return events.stream()
                .filter(ProcessEvent.Forked.class::isInstance)
                .map(ProcessEvent.Forked.class::cast)
                .filter(fork -> fork.parent() == shell)
                .map(ProcessEvent.Forked::child)
                .findFirst();
    }

    private boolean hasExited(int pid) {
        return events.contains(new ProcessEvent.Exited(pid));
    }

    /** What hears events, on the loop's thread. */
    private interface Hearing {
        void hear(ProcessEvent event);
    }

    private void openWatch(Hearing hearing) throws Exception {
        watch = rig.on(loop, () -> loop.openProcessWatch((now, event) -> hearing.hear(event)));
    }

    private void forkMany(int shell) throws Exception {
        rig.processes()
                .tell(shell, "i=0; while [ $i -lt " + FORKS + " ]; do ( : ); i=$((i+1)); done");
        rig.processes().finish(shell);
    }

    private boolean onLoop(Callable<Boolean> question) {
        try {
            return rig.on(loop, question);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
