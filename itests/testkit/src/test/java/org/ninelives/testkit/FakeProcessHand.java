package org.ninelives.testkit;

import org.ninelives.testkit.contract.ProcessHand;

/** The processes of a fake machine. */
record FakeProcessHand(FakeProcesses processes) implements ProcessHand {

    @Override
    public int start() {
        return processes.start("sh");
    }

    @Override
    public int fork(int parent) {
        return processes.fork(parent);
    }

    @Override
    public void rename(int pid, String name) {
        processes.rename(pid, name);
    }

    @Override
    public void executeSleep(int pid) {
        processes.execute(pid, "sleep", "1000");
    }

    @Override
    public void end(int pid) {
        processes.end(pid);
    }
}
