package org.ninelives.demo.lab;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A named network namespace, as {@code ip netns} makes it.
 *
 * @param name its name under {@code /run/netns}, unique on the machine
 */
public record NetworkNamespace(String name) {

    private static final Path FOLDER = Path.of("/run/netns"); // ip-netns(8)
    private static final int O_RDONLY = 0; // fcntl.h
    private static final int CLONE_NEWNET = 0x40000000; // sched.h

    /** The calls of the C library that {@code java.lang} does not offer. */
    interface CLibrary extends Library {
        int open(String path, int flags) throws LastErrorException;

        int setns(int descriptor, int type) throws LastErrorException;

        int close(int descriptor) throws LastErrorException;
    }

    private static final class C {
        static final CLibrary LIBRARY = Native.load("c", CLibrary.class);
    }

    /**
     * Makes a namespace.
     *
     * @param cleanup removes it
     */
    public static NetworkNamespace create(String name, Cleanup cleanup) {
        cleanup.add(
                () -> {
                    if (Files.exists(FOLDER.resolve(name))) {
                        Ip.run("netns del " + name);
                    }
                });
        Ip.run("netns add " + name);
        return new NetworkNamespace(name);
    }

    /**
     * The command line that runs a command inside this namespace, as the same process. It has a
     * session of its own: Ctrl-C on the terminal does not reach it, {@link Cleanup} ends it.
     */
    public List<String> inside(List<String> command) {
        List<String> words = new ArrayList<>(List.of("setsid", "ip", "netns", "exec", name));
        words.addAll(command);
        return words;
    }

    /**
     * Runs the work on a thread that has entered this namespace. A socket it opens stays in the
     * namespace whichever thread uses it later; so does a file of {@code /proc/sys/net}.
     *
     * @throws IllegalStateException if the work fails, with its exception as cause
     */
    <T> T call(Callable<T> work) {
        FutureTask<T> task =
                new FutureTask<>(
                        () -> {
                            enter();
                            return work.call();
                        });
        // A thread cannot be trusted to be outside again: it ends with the work.
        Thread.ofPlatform().name("in " + name).start(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("in namespace " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in namespace " + name, e);
        }
    }

    private void enter() {
        int descriptor = C.LIBRARY.open(FOLDER.resolve(name).toString(), O_RDONLY);
        try {
            C.LIBRARY.setns(descriptor, CLONE_NEWNET);
        } finally {
            C.LIBRARY.close(descriptor);
        }
    }
}
