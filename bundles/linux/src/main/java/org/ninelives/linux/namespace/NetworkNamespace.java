package org.ninelives.linux.namespace;

import static org.ninelives.linux.libc.Constants.CLONE_NEWNET;
import static org.ninelives.linux.libc.Constants.O_CLOEXEC;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;

/**
 * A network namespace. A socket stays where it was opened, so it is enough to open it there: {@code
 * NetworkNamespace.in(name, () -> open())}. Safe for use by several threads.
 */
public final class NetworkNamespace {

    /** Where ip-netns(8) keeps those it has named. */
    private static final Path NAMED = Path.of("/run/netns");

    /** Where the launcher tells the namespace that the daemon was started in, if it has left it. */
    private static final String BEFORE = "ninelives.namespace.before";

    private static final String OF_THE_THREAD = "/proc/thread-self/ns/net";

    /** Of a thread of the kernel, which is in no other; that of process 1 is often hidden. */
    private static final String OF_THE_MACHINE = "/proc/2/ns/net";

    private final String name;
    private final String file;
    private final String hint;

    private NetworkNamespace(String name, String file, String hint) {
        this.name = name;
        this.file = file;
        this.hint = hint;
    }

    /**
     * What is done in a network namespace.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Work<T> {

        T run() throws SystemException;
    }

    /**
     * The namespace with that name in ip-netns(8); it need not exist yet. The empty name is that of
     * the one the daemon was started in, before it went to another.
     *
     * @throws SystemException EINVAL if no namespace can have that name
     */
    public static NetworkNamespace named(String name) throws SystemException {
        if (name.isEmpty()) {
            return new NetworkNamespace(
                    "the network namespace of before",
                    System.getProperty(BEFORE, OF_THE_THREAD),
                    "");
        }
        String what = "network namespace '" + name + "'";
        if (name.contains("/") || name.equals(".") || name.equals("..")) {
            throw new SystemException(what, "EINVAL", "a name has no slash");
        }
        return new NetworkNamespace(
                what, NAMED.resolve(name).toString(), "'ip netns add " + name + "' makes it");
    }

    /**
     * The one the machine was started with.
     *
     * @param purpose follows its name in messages: {@code , which alone ...}
     */
    public static NetworkNamespace ofTheMachine(String purpose) {
        return new NetworkNamespace(
                "the machine's first network namespace" + purpose, OF_THE_MACHINE, "");
    }

    /**
     * Does something in a namespace.
     *
     * @param name as in ip-netns(8); the own one, in the calling thread, when empty
     * @throws SystemException ENOENT if there is no such namespace; EPERM without CAP_SYS_ADMIN
     */
    public static <T> T in(Optional<String> name, Work<T> work) throws SystemException {
        return name.filter(NetworkNamespace::isElsewhere).isEmpty()
                ? work.run()
                : named(name.get()).run(work);
    }

    private static boolean isElsewhere(String name) {
        return !name.isEmpty() || System.getProperty(BEFORE) != null;
    }

    /**
     * Does something here, in a thread of its own: setns(2) moves a thread of the kernel, which
     * carries other work when the caller is a virtual thread. Waits for its end.
     */
    public <T> T run(Work<T> work) throws SystemException {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("netns")
                .daemon()
                .start(
                        () -> {
                            try {
                                enter();
                                result.complete(work.run());
                            } catch (Throwable e) {
                                result.completeExceptionally(e);
                            }
                        });
        try {
            return result.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case SystemException refusal -> throw refusal;
                case RuntimeException failure -> throw failure;
                default -> throw e;
            }
        }
    }

    private void enter() throws SystemException {
        int fd = Libc.open(file, O_CLOEXEC);
        if (fd < 0) {
            throw refused("open " + file);
        }
        try {
            if (Libc.setns(fd, CLONE_NEWNET) != 0) {
                throw refused("setns " + file);
            }
        } finally {
            Libc.close(fd);
        }
    }

    private SystemException refused(String call) {
        String errno = Errno.name(Errno.last());
        String advice =
                switch (errno) {
                    case "EPERM", "EACCES" -> "needs CAP_SYS_ADMIN";
                    case "EINVAL" -> "that is no network namespace";
                    default -> hint;
                };
        return new SystemException(name + ": " + call, errno, advice);
    }

    @Override
    public String toString() {
        return name;
    }
}
