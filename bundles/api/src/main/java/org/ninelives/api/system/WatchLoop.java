package org.ninelives.api.system;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One thread that waits for events of processes and files, posted work and deadlines. It is not
 * that of virtual routers, so that ten thousand forks at once make no advert late. Its turn is that
 * of a {@link Loop}.
 */
@ProviderType
public interface WatchLoop extends AutoCloseable {

    /** As {@link Loop#post}. Any thread. */
    void post(Runnable work);

    /** As {@link Loop#nowNanos}. */
    long nowNanos();

    /**
     * Begins to hear of processes. Loop thread only.
     *
     * @throws SystemException EPERM without CAP_NET_ADMIN; EPROTONOSUPPORT or EOPNOTSUPP where the
     *     kernel does not tell of processes
     */
    ProcessWatch openProcessWatch(ProcessWatch.Listener listener) throws SystemException;

    /**
     * Begins to hear of files. Loop thread only.
     *
     * @throws SystemException EMFILE when the user has no inotify instance left
     */
    FileWatch openFileWatch(FileWatch.Listener listener) throws SystemException;

    /** As {@link Loop#close}. Any thread. */
    @Override
    void close();
}
