package org.ninelives.linux.libc;

import static org.ninelives.linux.libc.Constants.SOCK_CLOEXEC;
import static org.ninelives.linux.libc.Constants.SOCK_NONBLOCK;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_RCVBUF;
import static org.ninelives.linux.libc.Constants.SO_RCVBUFFORCE;

import java.nio.charset.StandardCharsets;
import org.ninelives.api.system.SystemException;

/** An open socket: opening and options, which are rare and may allocate. */
public final class Socket implements AutoCloseable {

    private final int fd;
    private final String name;
    private final String right;
    private boolean closed;

    private Socket(int fd, String name, String right) {
        this.fd = fd;
        this.name = name;
        this.right = right;
    }

    /**
     * Opens a socket that does not block and is not inherited.
     *
     * @param name how error messages name it: {@code socket(AF_INET, SOCK_RAW, 112)}
     * @param right what to say the process needs when the kernel answers EPERM
     */
    public static Socket open(int domain, int type, int protocol, String name, String right)
            throws SystemException {
        int fd = Libc.socket(domain, type | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol);
        Socket socket = new Socket(fd, name, right);
        if (fd < 0) {
            throw socket.refused(name);
        }
        return socket;
    }

    public int fd() {
        return fd;
    }

    /** Sets an option that is an int; whether the kernel took it. */
    public boolean trySet(int level, int option, int value) {
        NativeBuffer memory = NativeBuffer.allocate(Integer.BYTES);
        memory.bytes().putInt(0, value);
        return set(level, option, memory);
    }

    /**
     * Sets an option that is an int.
     *
     * @param what the option's name, for the error message
     */
    public void set(int level, int option, int value, String what) throws SystemException {
        if (!trySet(level, option, value)) {
            throw refused(name + " " + what);
        }
    }

    /** Sets an option that is a text. */
    public void set(int level, int option, String value, String what) throws SystemException {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        NativeBuffer memory = NativeBuffer.allocate(text.length + 1);
        memory.bytes().put(0, text);
        set(level, option, memory, what);
    }

    /** Sets an option that is a structure. */
    public void set(int level, int option, NativeBuffer value, String what) throws SystemException {
        if (!set(level, option, value)) {
            throw refused(name + " " + what);
        }
    }

    private boolean set(int level, int option, NativeBuffer value) {
        return Libc.setsockopt(fd, level, option, value.address(), value.size()) == 0;
    }

    /**
     * The value of an option that is an int.
     *
     * @param what the option's name, for the error message
     */
    public int get(int level, int option, String what) throws SystemException {
        NativeBuffer value = NativeBuffer.allocate(Integer.BYTES);
        NativeBuffer length = NativeBuffer.allocate(Integer.BYTES);
        length.bytes().putInt(0, value.size());
        if (Libc.getsockopt(fd, level, option, value.address(), length.address()) != 0) {
            throw refused(name + " " + what);
        }
        return value.bytes().getInt(0);
    }

    /**
     * Sets the size of the receive buffer, beyond the limit of the system where that is allowed.
     */
    public void setReceiveBuffer(int bytes) throws SystemException {
        if (!trySet(SOL_SOCKET, SO_RCVBUFFORCE, bytes)) {
            set(SOL_SOCKET, SO_RCVBUF, bytes, "SO_RCVBUF " + bytes);
        }
    }

    /** Binds to an address. */
    public void bind(NativeBuffer address, String what) throws SystemException {
        if (Libc.bind(fd, address.address(), address.size()) != 0) {
            throw refused(name + " " + what);
        }
    }

    /** Connects to an address, so that only its packets are heard. */
    public void connect(NativeBuffer address, String what) throws SystemException {
        if (Libc.connect(fd, address.address(), address.size()) != 0) {
            throw refused(name + " " + what);
        }
    }

    /** Asks for the address it is bound to, of which {@code address} is filled. */
    public void name(NativeBuffer address, String what) throws SystemException {
        NativeBuffer length = NativeBuffer.allocate(Integer.BYTES);
        length.bytes().putInt(0, address.size());
        if (Libc.getsockname(fd, address.address(), length.address()) != 0) {
            throw refused(name + " " + what);
        }
    }

    /** The error of the last call, which was about this socket. */
    public SystemException refused(String what) {
        int errno = Errno.last();
        return new SystemException(
                what, Errno.name(errno), errno == Errno.EPERM ? "needs " + right : "");
    }

    /** Closes it; a second time does nothing, as the number may be another's by then. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Libc.close(fd);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
