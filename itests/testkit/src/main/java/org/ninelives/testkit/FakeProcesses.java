package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.RunningProcess;

/** The processes of a machine, as the test makes and ends them. */
public final class FakeProcesses {

    private static final int NAME_CHARACTERS_MAX = 15;

    private final FakeMachine machine;
    private final Map<Integer, RunningProcess> running = new TreeMap<>();
    private final List<Consumer<ProcessEvent>> listeners = new ArrayList<>();
    private int lastPid = 1;

    FakeProcesses(FakeMachine machine) {
        this.machine = machine;
    }

    /** Starts a program as another does: by a fork, which then executes it. */
    public int start(String... command) {
        int pid = fork(1);
        execute(pid, command);
        return pid;
    }

    /** Lets a process make another; process 1, which always exists, may too. */
    public int fork(int parent) {
        int child = ++lastPid;
        RunningProcess like =
                running.getOrDefault(parent, new RunningProcess(1, "init", List.of()));
        running.put(child, new RunningProcess(child, like.name(), like.command()));
        tell(new ProcessEvent.Forked(parent, child));
        return child;
    }

    /** Lets a process execute a program. */
    public void execute(int pid, String... command) {
        String program = command[0].substring(command[0].lastIndexOf('/') + 1);
        running.put(pid, new RunningProcess(pid, name(program), List.of(command)));
        tell(new ProcessEvent.Executed(pid));
    }

    /** Lets a process change its name. */
    public void rename(int pid, String name) {
        running.put(pid, new RunningProcess(pid, name(name), running.get(pid).command()));
        tell(new ProcessEvent.Renamed(pid, name(name)));
    }

    private static String name(String text) {
        return text.substring(0, Math.min(NAME_CHARACTERS_MAX, text.length()));
    }

    /** Ends a process. */
    public void end(int pid) {
        running.remove(pid);
        tell(new ProcessEvent.Exited(pid));
    }

    /** Does something of which nobody is told, but that something was lost. */
    public void lose(Runnable untold) {
        List<Consumer<ProcessEvent>> kept = List.copyOf(listeners);
        listeners.clear();
        untold.run();
        listeners.addAll(kept);
        tell(new ProcessEvent.Lost());
    }

    private void tell(ProcessEvent event) {
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
        machine.settle();
    }

    void add(Consumer<ProcessEvent> listener) {
        listeners.add(listener);
    }

    void remove(Consumer<ProcessEvent> listener) {
        listeners.remove(listener);
    }

    List<RunningProcess> list() {
        return List.copyOf(running.values());
    }

    Optional<RunningProcess> find(int pid) {
        return Optional.ofNullable(running.get(pid));
    }
}
