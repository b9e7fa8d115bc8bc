package org.ninelives.linux.libc;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Zeroed memory that Java and the kernel both see. Valid as long as this object is reachable.
 *
 * @param bytes the memory, in the byte order of the machine; use absolute positions
 * @param address where it is
 */
public record NativeBuffer(ByteBuffer bytes, long address) {

    /** Allocates that many bytes. */
    public static NativeBuffer allocate(int size) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
        return new NativeBuffer(bytes, Pointer.nativeValue(Native.getDirectBufferPointer(bytes)));
    }

    public int size() {
        return bytes.capacity();
    }
}
