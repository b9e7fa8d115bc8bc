package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.ProcessWatch;
import org.ninelives.api.system.RunningProcess;
import org.ninelives.api.system.WatchLoop;

/** What is told of processes that begin, change and end. */
public abstract class ProcessWatchContract {

    private final List<ProcessEvent> events = new CopyOnWriteArrayList<>();
    private Rig rig;
    private WatchLoop loop;
    private ProcessWatch watch;

    /** A fresh rig. */
    protected abstract Rig rig() throws Exception;

    @BeforeEach
    void open() throws Exception {
        rig = rig();
        loop = rig.startWatch(new RecordingTask());
        watch = onLoop(() -> loop.openProcessWatch((now, event) -> events.add(event)));
    }

    @AfterEach
    void close() {
        if (loop != null) {
            loop.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void aProgramThatIsStartedIsTold() throws Exception {
        int pid = rig.processes().start();
        await(new ProcessEvent.Executed(pid));
        assertThat(events)
                .anyMatch(e -> e instanceof ProcessEvent.Forked fork && fork.child() == pid);
        assertThat(find(pid, true)).contains(new RunningProcess(pid, "sh", List.of("sh")));
    }

    @Test
    void aForkIsToldAndIsLikeItsParent() throws Exception {
        int parent = rig.processes().start();
        int child = rig.processes().fork(parent);
        await(new ProcessEvent.Forked(parent, child));
        assertThat(find(child, false)).contains(new RunningProcess(child, "sh", List.of()));
    }

    @Test
    void aChangeOfNameIsTold() throws Exception {
        int pid = rig.processes().start();
        rig.processes().rename(pid, "other (name");
        await(new ProcessEvent.Renamed(pid, "other (name"));
        assertThat(find(pid, true)).contains(new RunningProcess(pid, "other (name", List.of("sh")));
    }

    @Test
    void aLongNameIsCut() throws Exception {
        int pid = rig.processes().start();
        rig.processes().rename(pid, "fifteen-letters-and-more");
        await(new ProcessEvent.Renamed(pid, "fifteen-letters"));
        assertThat(find(pid, false).orElseThrow().name()).isEqualTo("fifteen-letters");
    }

    @Test
    void anotherProgramIsTold() throws Exception {
        int pid = rig.processes().start();
        // Whatever it took to start it has been told before this.
        rig.processes().rename(pid, "begun");
        await(new ProcessEvent.Renamed(pid, "begun"));
        events.clear();
        rig.processes().executeSleep(pid);
        await(new ProcessEvent.Executed(pid));
        assertThat(find(pid, true))
                .contains(new RunningProcess(pid, "sleep", List.of("sleep", "1000")));
    }

    @Test
    void anEndIsToldAndLeavesNothing() throws Exception {
        int pid = rig.processes().start();
        rig.processes().end(pid);
        await(new ProcessEvent.Exited(pid));
        assertThat(find(pid, true)).isEmpty();
        assertThat(onLoop(() -> watch.list(false))).noneMatch(process -> process.pid() == pid);
    }

    @Test
    void allThatRunAreListed() throws Exception {
        int pid = rig.processes().start();
        int child = rig.processes().fork(pid);
        await(new ProcessEvent.Forked(pid, child));
        assertThat(onLoop(() -> watch.list(true)))
                .contains(
                        new RunningProcess(pid, "sh", List.of("sh")),
                        new RunningProcess(child, "sh", List.of("sh")));
        assertThat(onLoop(() -> watch.list(false)))
                .contains(new RunningProcess(pid, "sh", List.of()));
    }

    @Test
    void aClosedWatchTellsNothing() throws Exception {
        List<ProcessEvent> others = new CopyOnWriteArrayList<>();
        onLoop(() -> loop.openProcessWatch((now, event) -> others.add(event)));
        onLoop(
                () -> {
                    watch.close();
                    watch.close();
                    return true;
                });
        int pid = rig.processes().start();
        rig.until("told", () -> others.contains(new ProcessEvent.Executed(pid)));
        assertThat(events).doesNotContain(new ProcessEvent.Executed(pid));
    }

    private void await(ProcessEvent event) throws Exception {
        rig.until("told of " + event, () -> events.contains(event));
    }

    private Optional<RunningProcess> find(int pid, boolean command) throws Exception {
        return onLoop(() -> watch.find(pid, command));
    }

    private <T> T onLoop(Callable<T> work) throws Exception {
        return rig.on(loop, work);
    }
}
