package org.ninelives.linux.connection;

import static org.ninelives.linux.libc.Constants.EPOLLERR;
import static org.ninelives.linux.libc.Constants.EPOLLHUP;
import static org.ninelives.linux.libc.Constants.EPOLLIN;
import static org.ninelives.linux.libc.Constants.EPOLLOUT;
import static org.ninelives.linux.libc.Constants.EPOLLRDHUP;
import static org.ninelives.linux.libc.Constants.MSG_NOSIGNAL;
import static org.ninelives.linux.libc.Constants.SOCK_CLOEXEC;
import static org.ninelives.linux.libc.Constants.SOCK_NONBLOCK;
import static org.ninelives.linux.libc.Constants.SOCK_STREAM;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_ERROR;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.ExhaustedException;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.SocketAddress;

/**
 * A socket with one peer. Each call is tried first; only if the kernel has nothing to say yet does
 * the thread wait. Before that it lets others run who are ready and tries once more: what they do
 * takes about as long as a peer nearby takes to answer, and waiting costs as much as all the rest.
 * For one thread, virtual or not.
 *
 * <p>The error number of a call belongs to the thread of the kernel. A virtual thread leaves that
 * only where it blocks, which it never does between a call and asking for its error.
 */
final class KernelSocket implements AutoCloseable {

    private static final int READABLE = EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR;
    private static final int WRITABLE = EPOLLOUT | EPOLLHUP | EPOLLERR;

    /** Where the length of what getsockopt(2) answers is put. */
    private static final int OPTION_LENGTH = Long.BYTES;

    private static final long NOT_WATCHED = 0;

    private final Network network;
    private final ConnectTarget target;
    private final int fd;
    private final Waiter waiter = new Waiter();
    private long key = NOT_WATCHED;
    private boolean closed;

    private KernelSocket(Network network, ConnectTarget target, int fd) {
        this.network = network;
        this.target = target;
        this.fd = fd;
    }

    /**
     * Opens a socket that leaves as the target says; it is not connected yet.
     *
     * @param type SOCK_*
     * @param protocol IPPROTO_*, 0 for the usual one of the type
     * @param deadlineNanos until when to wait if too many are open
     */
    static KernelSocket open(
            Network network, ConnectTarget target, int type, int protocol, long deadlineNanos)
            throws IOException {
        network.places().take(deadlineNanos);
        KernelSocket socket;
        try {
            int domain = SocketAddress.domain(target.address().family());
            int fd = network.opener().open(domain, type | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol);
            socket = new KernelSocket(network, target, fd);
        } catch (IOException e) {
            network.places().giveBack();
            throw e;
        }
        NativeBuffer memory = network.memory().take();
        try {
            Bindings.apply(socket.fd, target, memory);
            if (type != SOCK_STREAM) {
                Bindings.hearOfErrors(socket.fd, target.address().family(), memory);
            }
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        } finally {
            network.memory().giveBack(memory);
        }
    }

    ConnectTarget target() {
        return target;
    }

    /** Connects to the target. */
    void connect(long deadlineNanos) throws IOException {
        int errno = tryToConnect();
        if (errno == Errno.EALREADY) {
            letOthersRun();
            errno = connectAgain();
        }
        if (errno == Errno.EALREADY) {
            int flags = await(WRITABLE, deadlineNanos, "connecting to");
            errno = (flags & (EPOLLERR | EPOLLHUP)) == 0 ? 0 : error();
        }
        if (errno != 0) {
            throw Refusals.connect(target, errno);
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // who is not let run loses a try, and nothing else
    private static void letOthersRun() {
        Thread.yield();
    }

    /**
     * Asks twice: the first answer is always that it has begun, but a peer on this host has
     * answered by then, and need not be waited for.
     */
    private int tryToConnect() {
        int errno = connectAgain();
        return errno == Errno.EINPROGRESS ? connectAgain() : errno;
    }

    /** Begins to connect, or asks how that goes: EALREADY while it does. */
    private int connectAgain() {
        NativeBuffer memory = network.memory().take();
        try {
            SocketAddress.write(memory.bytes(), 0, target.address(), target.port());
            int length = SocketAddress.length(target.address().family());
            return Libc.connect(fd, memory.address(), length) == 0 ? 0 : Errno.last();
        } finally {
            network.memory().giveBack(memory);
        }
    }

    /** The error that waits at the socket, and takes it away; 0 for none. */
    private int error() {
        NativeBuffer memory = network.memory().take();
        try {
            memory.bytes().putInt(OPTION_LENGTH, Integer.BYTES);
            long length = memory.address() + OPTION_LENGTH;
            int answer = Libc.getsockopt(fd, SOL_SOCKET, SO_ERROR, memory.address(), length);
            return answer == 0 ? memory.bytes().getInt(0) : Errno.last();
        } finally {
            network.memory().giveBack(memory);
        }
    }

    /** Words a refusal of sending or receiving. */
    @FunctionalInterface
    interface Wording {
        IOException of(ConnectTarget target, int errno);
    }

    /**
     * Receives what is there, or waits for it.
     *
     * @param into filled from its position on
     * @param flags MSG_* of recv(2)
     * @return as recv(2): 0 at the end of a stream
     */
    int receive(ByteBuffer into, int flags, long deadlineNanos, Wording wording)
            throws IOException {
        boolean isFirst = true;
        while (true) {
            checkUsable("reading from", deadlineNanos);
            waiter.forget(READABLE);
            NativeBuffer memory = network.memory().take();
            try {
                int room = Math.min(into.remaining(), memory.size());
                long length = Libc.recv(fd, memory.address(), room, flags);
                if (length >= 0) {
                    int received = (int) Math.min(length, room);
                    into.put(into.position(), memory.bytes(), 0, received);
                    into.position(into.position() + received);
                    return (int) length;
                }
                refuseUnlessAgain(wording);
            } finally {
                network.memory().giveBack(memory);
            }
            if (isFirst) {
                isFirst = false;
                letOthersRun();
            } else {
                await(READABLE, deadlineNanos, "reading from");
            }
        }
    }

    /**
     * Sends what fits, or waits until something does.
     *
     * @param from sent from its position on
     */
    void send(ByteBuffer from, long deadlineNanos, Wording wording) throws IOException {
        while (true) {
            checkUsable("writing to", deadlineNanos);
            waiter.forget(WRITABLE);
            NativeBuffer memory = network.memory().take();
            try {
                int length = Math.min(from.remaining(), memory.size());
                memory.bytes().put(0, from, from.position(), length);
                long sent = Libc.send(fd, memory.address(), length, MSG_NOSIGNAL);
                if (sent >= 0) {
                    from.position(from.position() + (int) sent);
                    return;
                }
                refuseUnlessAgain(wording);
            } finally {
                network.memory().giveBack(memory);
            }
            await(WRITABLE, deadlineNanos, "writing to");
        }
    }

    private void refuseUnlessAgain(Wording wording) throws IOException {
        int errno = Errno.last();
        if (errno != Errno.EAGAIN && errno != Errno.EINTR) {
            throw wording.of(target, errno);
        }
    }

    /** A peer that never ends would otherwise keep its reader beyond the time. */
    private void checkUsable(String doing, long deadlineNanos) throws IOException {
        if (closed) {
            throw new SocketException("connection to " + target + " is closed");
        }
        if (deadlineNanos - System.nanoTime() <= 0) {
            throw Refusals.timeout(doing, target);
        }
    }

    private int await(int flags, long deadlineNanos, String doing) throws IOException {
        if (key == NOT_WATCHED) {
            watch();
        }
        int known = waiter.await(flags, deadlineNanos, network.readiness());
        if ((known & flags) != 0) {
            return known;
        }
        if ((known & Waiter.ENDED) != 0) {
            close();
            throw new SocketException("connection to " + target + " given up");
        }
        if (Thread.currentThread().isInterrupted()) {
            close();
            throw new InterruptedIOException("interrupted while " + doing + " " + target);
        }
        throw Refusals.timeout(doing, target);
    }

    private void watch() throws IOException {
        NativeBuffer memory = network.memory().take();
        try {
            key = network.readiness().watch(fd, waiter, memory);
        } catch (SystemException e) {
            throw e.isExhaustion()
                    ? new ExhaustedException(e.getMessage())
                    : new SocketException(e.getMessage(), e);
        } finally {
            network.memory().giveBack(memory);
        }
    }

    /** Closes it; a second time does nothing, as the number may be another's by then. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (key != NOT_WATCHED) {
                network.readiness().forget(key);
            }
            Libc.close(fd);
            network.places().giveBack();
        }
    }
}
