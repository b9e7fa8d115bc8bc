package org.ninelives.linux.connection;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.namespace.NetworkNamespace;

/** Lets a thread that lives in a named network namespace open the sockets. */
final class NamedNamespaceOpener implements SocketOpener {

    private final ExecutorService thread;

    private NamedNamespaceOpener(ExecutorService thread) {
        this.thread = thread;
    }

    /**
     * Starts the thread.
     *
     * @param name as in ip-netns(8)
     */
    static NamedNamespaceOpener enter(String name) throws SystemException {
        return NetworkNamespace.in(
                Optional.of(name),
                () -> {
                    ExecutorService thread =
                            Executors.newSingleThreadExecutor(
                                    Thread.ofPlatform().daemon().name("netns " + name).factory());
                    // A thread is born in the namespace of the one that starts it, so it has to be
                    // started now.
                    thread.execute(() -> {});
                    return new NamedNamespaceOpener(thread);
                });
    }

    @Override
    public int open(int domain, int type, int protocol) throws IOException {
        Future<Integer> opening = submit(domain, type, protocol);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return opening.get();
                } catch (InterruptedException e) {
                    // Who would not wait would lose the descriptor; it takes microseconds.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IOException(e.getCause());
        } catch (CancellationException e) {
            throw new IOException("closed", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Future<Integer> submit(int domain, int type, int protocol) throws IOException {
        try {
            return thread.submit(() -> OwnNamespaceOpener.INSTANCE.open(domain, type, protocol));
        } catch (RejectedExecutionException e) {
            throw new IOException("closed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
