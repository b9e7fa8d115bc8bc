package org.ninelives.api.system;

import java.util.List;

/**
 * A process that has not ended.
 *
 * @param pid process id, which is also that of its thread group
 * @param name what {@code /proc/PID/comm} says, at most 15 bytes
 * @param command the program and its arguments; empty for a thread of the kernel, and where they
 *     were not asked for
 */
public record RunningProcess(int pid, String name, List<String> command) {

    public RunningProcess {
        command = List.copyOf(command);
    }
}
