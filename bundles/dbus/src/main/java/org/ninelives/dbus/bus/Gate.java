package org.ninelives.dbus.bus;

import java.util.OptionalInt;
import java.util.function.LongSupplier;
import org.ninelives.api.management.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets root act and nobody else, whatever the policy of the bus says, and writes down who asked for
 * what. For one thread.
 */
final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private static final int ROOT = 0;

    /** Somebody who asks again and again shall not fill the log. */
    private static final long SILENCE_NANOS = 1_000_000_000L;

    private final LongSupplier clockNanos;
    private long silentUntilNanos;

    Gate(LongSupplier clockNanos) {
        this.clockNanos = clockNanos;
        silentUntilNanos = clockNanos.getAsLong();
    }

    /**
     * Does something in the name of root.
     *
     * @param connection the name of who asks, such as {@code :1.5}
     * @param user the number of its user, as the bus knows it; empty if the bus does not
     * @param act what is asked for, for the log
     * @throws RefusedException if it is not root, or it cannot be done
     */
    void pass(String connection, OptionalInt user, String act, Runnable deed)
            throws RefusedException {
        if (user.isEmpty() || user.getAsInt() != ROOT) {
            tellRefusal(connection, user, act);
            throw new RefusedException(ErrorName.ACCESS_DENIED, "only root may call this");
        }
        Caller caller = new Caller("root", "D-Bus " + connection);
        try {
            caller.call(
                    () -> {
                        deed.run();
                        return true;
                    });
        } catch (Exception e) {
            LOG.warn("D-Bus audit: {}: {}: refused: {}", caller, act, e.getMessage());
            throw new RefusedException(ErrorName.FAILED, String.valueOf(e.getMessage()));
        }
        LOG.info("D-Bus audit: {}: {}: done", caller, act);
    }

    private void tellRefusal(String connection, OptionalInt user, String act) {
        long now = clockNanos.getAsLong();
        if (now - silentUntilNanos >= 0) {
            silentUntilNanos = now + SILENCE_NANOS;
            LOG.warn(
                    "D-Bus audit: {} at {}: {}: refused: not root",
                    user.isPresent()
                            ? "uid " + Integer.toUnsignedString(user.getAsInt())
                            : "somebody",
                    connection,
                    act);
        }
    }
}
