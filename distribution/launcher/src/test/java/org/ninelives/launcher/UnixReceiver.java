package org.ninelives.launcher;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A datagram socket of the Unix family that receives, as that of a service manager does. */
final class UnixReceiver implements AutoCloseable {

    private static final short AF_UNIX = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int BYTES_MAX = 4096;

    private final int descriptor;

    private UnixReceiver(int descriptor) {
        this.descriptor = descriptor;
    }

    /** Receives at a path, or at an abstract name that begins with {@code @}. */
    static UnixReceiver at(String path) {
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        if (name[0] == '@') {
            name[0] = 0;
        }
        byte[] address =
                ByteBuffer.allocate(2 + name.length)
                        .order(ByteOrder.nativeOrder())
                        .putShort(AF_UNIX)
                        .put(name)
                        .array();
        UnixReceiver receiver = new UnixReceiver(LibC.socket(AF_UNIX, SOCK_DGRAM, 0));
        LibC.bind(receiver.descriptor, address, address.length);
        return receiver;
    }

    /** What was sent first of what was not received yet. */
    String receive() {
        byte[] datagram = new byte[BYTES_MAX];
        long length = LibC.recv(descriptor, datagram, datagram.length, MSG_DONTWAIT);
        return new String(datagram, 0, (int) length, StandardCharsets.UTF_8);
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

        static native int bind(int descriptor, byte[] address, int length)
                throws LastErrorException;

        static native long recv(int descriptor, byte[] data, long length, int flags)
                throws LastErrorException;

        static native int close(int descriptor);
    }
}
