package org.ninelives.launcher.log;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A connected datagram socket of the Unix family (unix(7)), which Java has not. */
public final class DatagramSocket implements Closeable {

    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int FAMILY_BYTES = 2;

    private final int descriptor;

    private DatagramSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Connects.
     *
     * @param path of the other end; one that begins with {@code @} has no file (abstract namespace)
     */
    public static DatagramSocket connect(String path) throws IOException {
        byte[] address = address(path);
        try {
            DatagramSocket socket =
                    new DatagramSocket(LibC.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
            try {
                LibC.connect(socket.descriptor, address, address.length);
            } catch (LastErrorException e) {
                socket.close();
                throw e;
            }
            return socket;
        } catch (LastErrorException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
    }

    /**
     * A {@code sockaddr_un}: the family in the order of the machine, the path, a zero. A name
     * without a file has the zero before it instead, and is as long as the address says.
     */
    private static byte[] address(String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        boolean isAbstract = path.startsWith("@");
        ByteBuffer address =
                ByteBuffer.allocate(FAMILY_BYTES + name.length + (isAbstract ? 0 : 1))
                        .order(ByteOrder.nativeOrder())
                        .putShort(AF_UNIX)
                        .put(name);
        if (isAbstract) {
            address.put(FAMILY_BYTES, (byte) 0);
        }
        return address.array();
    }

    /** Sends one datagram; waits while the receiver's queue is full. */
    public void send(byte[] datagram) throws IOException {
        try {
            LibC.send(descriptor, datagram, datagram.length, MSG_NOSIGNAL);
        } catch (LastErrorException e) {
            throw new IOException("send: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        LibC.close(descriptor);
    }

    private static final class LibC {
        static {
            Native.register(LibC.class, NativeLibrary.getInstance("c"));
        }

        static native int socket(int family, int type, int protocol) throws LastErrorException;

        static native int connect(int descriptor, byte[] address, int length)
                throws LastErrorException;

        static native long send(int descriptor, byte[] data, long length, int flags)
                throws LastErrorException;

        static native int close(int descriptor);
    }
}
