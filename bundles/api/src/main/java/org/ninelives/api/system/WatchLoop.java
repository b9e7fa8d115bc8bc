package org.ninelives.api.system;

import org.osgi.annotation.versioning.ProviderType;

/**
 * One thread that waits for packets, kernel events, posted work and deadlines, and changes nothing
 * on the machine.
 *
 * <p>A turn: wait until the earliest deadline or something is ready; read the clock once; hand over
 * what was received; call {@link LoopTask#due} if it is time; run posted work; send what was
 * queued; call {@link LoopTask#turnEnded}. An exception thrown by a callee is logged and ends that
 * call only, never the loop.
 */
@ProviderType
public interface WatchLoop extends AutoCloseable {

    /**
     * Runs {@code work} on the loop's thread, in the order of posting, soon. Any thread; after
     * {@link #close} work is dropped.
     */
    void post(Runnable work);

    /**
     * The time of this turn: nanoseconds of CLOCK_MONOTONIC, the scale of {@link System#nanoTime}.
     */
    long nowNanos();

    /** The interfaces and addresses of this machine. */
    Links links();

    /**
     * Begins to hear of processes. Loop thread only. Not for the loop of virtual routers: ten
     * thousand forks at once must make no advert late.
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

    /**
     * Opens a UDP socket. Loop thread only.
     *
     * @throws SystemException EADDRINUSE if none of the ports is free
     */
    UdpSocket openUdpSocket(UdpSocket.Options options, UdpSocket.Receiver receiver)
            throws SystemException;

    /**
     * Asks the kernel to treat this thread so from now on, in place of what was asked for before.
     * What it refuses is logged, each with the right that lacks, and changes nothing else. Loop
     * thread only.
     */
    void tune(ThreadSettings settings);

    /**
     * Runs the work posted so far, ends the thread, closes all sockets, and waits for that, at most
     * a few seconds. Any thread.
     */
    @Override
    void close();
}
