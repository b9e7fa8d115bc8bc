package org.ninelives.linux.namespace;

import static org.ninelives.linux.libc.Constants.CLONE_NEWNET;
import static org.ninelives.linux.libc.Constants.O_CLOEXEC;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;

/**
 * A thread that lives in a named network namespace and opens sockets there, for any other thread;
 * what is opened stays there and may be used from everywhere.
 *
 * <p>It is a thread of its own, as setns(2) moves the calling thread of the kernel alone: a virtual
 * thread may be on another one afterwards.
 */
public final class NamespaceThread implements AutoCloseable {

    /** Where ip-netns(8) keeps the names. */
    private static final String FOLDER = "/run/netns/";

    private final String name;
    private final ExecutorService thread;

    private NamespaceThread(String name) {
        this.name = name;
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("netns " + name).factory());
    }

    /** Opens something. */
    @FunctionalInterface
    public interface Opening<T> {
        T open() throws SystemException;
    }

    /**
     * Starts a thread and lets it enter a namespace.
     *
     * @param name as ip-netns(8) knows it
     * @throws SystemException ENOENT if there is no such namespace, EPERM without CAP_SYS_ADMIN
     */
    public static NamespaceThread enter(String name) throws SystemException {
        if (name.isEmpty() || name.contains("/") || name.equals(".") || name.equals("..")) {
            throw new SystemException(
                    "network namespace '" + name + "'", "EINVAL", "it is the name of a file");
        }
        NamespaceThread entering = new NamespaceThread(name);
        try {
            entering.open(
                    () -> {
                        entering.enter();
                        return true;
                    });
            return entering;
        } catch (SystemException e) {
            entering.close();
            throw e;
        }
    }

    private void enter() throws SystemException {
        int fd = Libc.open(FOLDER + name, O_CLOEXEC);
        if (fd < 0) {
            throw refused("open");
        }
        try {
            if (Libc.setns(fd, CLONE_NEWNET) != 0) {
                throw refused("setns");
            }
        } finally {
            Libc.close(fd);
        }
    }

    private SystemException refused(String call) {
        int errno = Errno.last();
        String hint =
                switch (errno) {
                    case Errno.ENOENT -> "there is none of that name; ip netns list tells which";
                    case Errno.EPERM -> "needs CAP_SYS_ADMIN";
                    case Errno.EINVAL -> "this is no network namespace";
                    default -> "";
                };
        return new SystemException(call + " network namespace " + name, Errno.name(errno), hint);
    }

    /** Lets the thread open something, and waits for it. Any thread. */
    public <T> T open(Opening<T> opening) throws SystemException {
        FutureTask<T> task = new FutureTask<>(opening::open);
        thread.execute(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // What is being opened would be lost; it does not take long.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SystemException refused) {
                throw refused;
            }
            throw new IllegalStateException("opening in network namespace " + name, e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the thread; what it has opened stays open. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
