package org.ninelives.api.system;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hears of all processes of the machine as they begin, change and end, by the kernel's process
 * connector (linux/cn_proc.h). Loop thread only.
 */
@ProviderType
public interface ProcessWatch extends AutoCloseable {

    /** Hears events, on the loop's thread. */
    @ConsumerType
    interface Listener {

        /**
         * Something happened.
         *
         * @param nowNanos the time of this turn
         */
        void happened(long nowNanos, ProcessEvent event);
    }

    /**
     * Sets how much the kernel keeps while this loop is busy.
     *
     * @param bytes a size for some ten thousand events when empty
     * @param forced whether net.core.rmem_max may be exceeded
     * @throws SystemException EPERM if that is forced without CAP_NET_ADMIN
     */
    void setReceiveBuffer(OptionalInt bytes, boolean forced) throws SystemException;

    /**
     * All processes there are. Events that wait to be told may be of before this list, and lead to
     * the same when they are applied to it.
     *
     * @param commands whether command lines are wanted, for which the kernel may have to fetch
     *     memory from the disk
     * @throws SystemException if {@code /proc} cannot be read
     */
    List<RunningProcess> list(boolean commands) throws SystemException;

    /** One process as it is now; empty when it has ended. */
    Optional<RunningProcess> find(int pid, boolean command);

    @Override
    void close();
}
