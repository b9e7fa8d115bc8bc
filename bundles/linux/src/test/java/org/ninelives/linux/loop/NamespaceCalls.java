package org.ninelives.linux.loop;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** What tests need of the C library beyond the product. */
final class NamespaceCalls {

    /** Of sched.h. */
    static final int CLONE_NEWNET = 0x4000_0000;

    static final int CLONE_NEWNS = 0x0002_0000;
    static final int CLONE_FS = 0x0000_0200;

    static {
        Native.register(NamespaceCalls.class, NativeLibrary.getInstance("c"));
    }

    private NamespaceCalls() {}

    static native int unshare(int flags);

    /** capset(2), of the calling thread alone. */
    static native int capset(int[] header, int[] data);

    static native long sendto(
            int fd, byte[] bytes, long length, int flags, byte[] address, int addressLength);
}
