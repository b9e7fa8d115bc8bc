package org.ninelives.api.management;

import java.util.concurrent.Callable;

/**
 * Who asks a bean for something.
 *
 * @param user the name under which a remote client logged in, or {@link #LOCAL}
 * @param from the address of a remote client; empty for a local one
 */
public record Caller(String user, String from) {

    /** Attached by process id, which only the daemon's own user can, or within the daemon. */
    public static final Caller LOCAL = new Caller("local", "");

    private static final ThreadLocal<Caller> CURRENT = ThreadLocal.withInitial(() -> LOCAL);

    /** The one for whom the current thread works. */
    public static Caller current() {
        return CURRENT.get();
    }

    /**
     * Does something in the name of this caller, on the current thread.
     *
     * @throws Exception what the task throws
     */
    public <T> T call(Callable<T> task) throws Exception {
        Caller before = CURRENT.get();
        CURRENT.set(this);
        try {
            return task.call();
        } finally {
            CURRENT.set(before);
        }
    }

    /** As the audit tells it, such as {@code control at 127.0.0.1}. */
    @Override
    public String toString() {
        return from.isEmpty() ? user : user + " at " + from;
    }
}
