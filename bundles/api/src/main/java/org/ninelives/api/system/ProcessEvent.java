package org.ninelives.api.system;

/** What befell a process of this machine. Threads of a process are not told. */
public sealed interface ProcessEvent {

    /**
     * A process made another, which is its like until it executes a program.
     *
     * @param parent process id
     * @param child process id
     */
    record Forked(int parent, int child) implements ProcessEvent {}

    /** A process executes another program, and so has another name and command line. */
    record Executed(int pid) implements ProcessEvent {}

    /**
     * A process changed its name.
     *
     * @param name what {@code /proc/PID/comm} says, at most 15 bytes
     */
    record Renamed(int pid, String name) implements ProcessEvent {}

    /** A process ended. */
    record Exited(int pid) implements ProcessEvent {}

    /**
     * Some events were lost, and none that came before them is told after this: list the processes
     * again.
     */
    record Lost() implements ProcessEvent {}
}
