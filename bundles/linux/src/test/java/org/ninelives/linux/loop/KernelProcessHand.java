package org.ninelives.linux.loop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ninelives.testkit.contract.ProcessHand;

/** Shells that do as they are told by their input. */
final class KernelProcessHand implements ProcessHand, AutoCloseable {

    private final Map<Integer, Process> shells = new LinkedHashMap<>();
    private final Map<Integer, ProcessHandle> children = new LinkedHashMap<>();
    private final Path pipe;

    /**
     * No process yet.
     *
     * @param pipe a named pipe nobody writes to, for which children wait
     */
    KernelProcessHand(Path pipe) {
        this.pipe = pipe;
    }

    @Override
    public int start() throws IOException {
        Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
        int pid = (int) shell.pid();
        shells.put(pid, shell);
        finish(pid); // Before it runs, its process may still be that of another program.
        return pid;
    }

    @Override
    public int fork(int parent) throws IOException {
        tell(parent, "( : < " + pipe + " ) & echo $!");
        int child = Integer.parseInt(shells.get(parent).inputReader().readLine());
        ProcessHandle.of(child).ifPresent(handle -> children.put(child, handle));
        return child;
    }

    @Override
    public void rename(int pid, String name) throws IOException {
        tell(pid, "printf %s '" + name + "' > /proc/$$/comm");
    }

    @Override
    public void executeSleep(int pid) throws IOException {
        tell(pid, "exec sleep 1000");
    }

    void tell(int pid, String command) throws IOException {
        Process shell = shells.get(pid);
        shell.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
    }

    /** Waits until a shell has done all it was told. */
    void finish(int pid) throws IOException {
        tell(pid, "echo finished");
        String said = shells.get(pid).inputReader().readLine();
        if (!"finished".equals(said)) {
            throw new IOException("the shell said " + said);
        }
    }

    @Override
    public void end(int pid) throws InterruptedException {
        Process shell = shells.remove(pid);
        if (shell == null) {
            children.remove(pid).destroyForcibly();
        } else {
            shell.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        children.values().forEach(ProcessHandle::destroyForcibly);
        shells.values().forEach(Process::destroyForcibly);
    }
}
