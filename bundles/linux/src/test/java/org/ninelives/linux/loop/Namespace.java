package org.ninelives.linux.loop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Assumptions;
import org.ninelives.linux.libc.Errno;
import org.opentest4j.TestAbortedException;

/**
 * A network namespace that is a thread: unshare(2) moves only the calling thread into a new one,
 * threads and processes started by it are born there, and it ends with the last of them.
 */
final class Namespace implements AutoCloseable {

    /** _LINUX_CAPABILITY_VERSION_3 of linux/capability.h. */
    private static final int CAPABILITY_VERSION = 0x20080522;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final String threadId;

    /** Skips the test, with the reason, where the process may not make namespaces. */
    Namespace() throws Exception {
        int errno =
                run(
                        () ->
                                NamespaceCalls.unshare(NamespaceCalls.CLONE_NEWNET) == 0
                                        ? 0
                                        : Errno.last());
        Assumptions.assumeTrue(
                errno == 0,
                () ->
                        "unshare(CLONE_NEWNET): "
                                + Errno.name(errno)
                                + " (kernel tests need CAP_SYS_ADMIN)");
        Path self = run(() -> Files.readSymbolicLink(Path.of("/proc/thread-self")));
        threadId = self.getFileName().toString();
        ip("link set lo up");
    }

    /** Runs in the namespace; exceptions come out as they are. */
    <T> T run(Callable<T> work) throws Exception {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Takes all rights from the thread, and from those it starts. */
    void dropRights() throws Exception {
        int[] ofThisThread = {CAPABILITY_VERSION, 0};
        int[] none = new int[6];
        if (run(() -> NamespaceCalls.capset(ofThisThread, none)) != 0) {
            throw new AssertionError("capset: " + Errno.name(run(Errno::last)));
        }
    }

    /** Lets the thread, and those it starts, see /proc/sys as a container does. */
    void makeSettingsReadOnly() throws Exception {
        int flags = NamespaceCalls.CLONE_NEWNS | NamespaceCalls.CLONE_FS;
        if (run(() -> NamespaceCalls.unshare(flags)) != 0) {
            throw new AssertionError("unshare: " + Errno.name(run(Errno::last)));
        }
        String said =
                command("mount", "--make-rprivate", "/")
                        + command("mount", "--bind", "/proc/sys", "/proc/sys")
                        + command("mount", "-o", "remount,bind,ro", "/proc/sys");
        if (!said.isEmpty()) {
            throw new AssertionError(said);
        }
    }

    /** Runs commands of ip(8), such as {@code link add eth0 type dummy}. */
    void ip(String... commands) throws Exception {
        ip(List.of(commands));
    }

    void ip(List<String> commands) throws Exception {
        run(
                () -> {
                    Process ip =
                            new ProcessBuilder("ip", "-batch", "-")
                                    .redirectErrorStream(true)
                                    .start();
                    try (OutputStream input = ip.getOutputStream()) {
                        input.write(String.join("\n", commands).getBytes(StandardCharsets.UTF_8));
                    }
                    String output =
                            new String(ip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    if (ip.waitFor() != 0) {
                        throw new IOException("ip " + commands + ": " + output);
                    }
                    return null;
                });
    }

    /**
     * Runs a program and answers what it says, whatever its status.
     *
     * @param words the program and its arguments
     */
    String command(String... words) throws Exception {
        Process process = start(words);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** Starts a program; skips the test where there is no such. */
    Process start(String... words) throws Exception {
        try {
            return run(() -> new ProcessBuilder(words).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new TestAbortedException("this test needs the program " + words[0], e);
        }
    }

    /** What a command of ip(8) prints, such as {@code -d route show table 100}. */
    String show(String command) throws Exception {
        List<String> words = new ArrayList<>(List.of("ip"));
        words.addAll(List.of(command.split(" ", -1)));
        return run(
                () -> {
                    Process ip = new ProcessBuilder(words).redirectErrorStream(true).start();
                    ip.getOutputStream().close();
                    String output =
                            new String(ip.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    if (ip.waitFor() != 0) {
                        throw new IOException("ip " + command + ": " + output);
                    }
                    return output;
                });
    }

    /** What {@code ip link ... netns} takes. */
    String id() {
        return threadId;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
