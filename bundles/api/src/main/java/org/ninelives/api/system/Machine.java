package org.ninelives.api.system;

import org.osgi.annotation.versioning.ProviderType;

/** The machine this daemon runs on. Safe for use by several threads. */
@ProviderType
public interface Machine {

    /**
     * Starts a thread that owns sockets and deadlines.
     *
     * @param threadName name of the thread, such as {@code vrrp}
     * @param task what the thread works for
     * @throws SystemException if the kernel refuses what a loop needs (epoll, eventfd, rtnetlink)
     */
    Loop startLoop(String threadName, LoopTask task) throws SystemException;

    /**
     * Starts a thread for a task that changes nothing on the machine, so that nobody needs to stand
     * by to undo anything when the daemon is killed.
     *
     * @param threadName name of the thread, such as {@code bfd}
     * @param task what the thread works for
     * @throws SystemException if the kernel refuses what a loop needs
     */
    WatchLoop startWatchLoop(String threadName, LoopTask task) throws SystemException;
}
