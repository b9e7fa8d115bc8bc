package org.ninelives.testkit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.function.Consumer;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.ProcessWatch;
import org.ninelives.api.system.RunningProcess;

/** Hears of the processes of a fake machine. */
final class FakeProcessWatch implements ProcessWatch {

    private final FakeMachine machine;
    private final Consumer<ProcessEvent> hearing;
    private boolean closed;

    /**
     * Begins to hear.
     *
     * @param arrived what the loop is to do in its next turn
     */
    FakeProcessWatch(FakeMachine machine, Queue<Runnable> arrived, Listener listener) {
        this.machine = machine;
        hearing = event -> arrived.add(() -> tell(listener, event));
        machine.processes().add(hearing);
    }

    private void tell(Listener listener, ProcessEvent event) {
        if (!closed) {
            listener.happened(machine.nowNanos(), event);
        }
    }

    /** Nothing is lost but by the test. */
    @Override
    public void setReceiveBuffer(OptionalInt bytes, boolean forced) {
        machine.checkThread();
    }

    @Override
    public List<RunningProcess> list(boolean commands) {
        machine.checkThread();
        return machine.processes().list().stream()
                .map(process -> reduced(process, commands))
                .toList();
    }

    @Override
    public Optional<RunningProcess> find(int pid, boolean command) {
        machine.checkThread();
        return machine.processes().find(pid).map(process -> reduced(process, command));
    }

    private static RunningProcess reduced(RunningProcess process, boolean command) {
        return command ? process : new RunningProcess(process.pid(), process.name(), List.of());
    }

    @Override
    public void close() {
        closed = true;
        machine.processes().remove(hearing);
    }
}
