package org.ninelives.vrrp.settings;

import java.util.OptionalInt;

/**
 * How large the receive buffer of an advert socket shall be.
 *
 * @param basis what the size is counted in
 * @param count how many of them
 */
public record ReceiveBuffer(Basis basis, int count) {

    /** The units of the size. */
    public enum Basis {
        /** What the kernel gives without being asked. */
        KERNEL,
        BYTES,
        /** Packets of the interface's MTU. */
        MTU
    }

    /** The kernel's own choice. */
    public static final ReceiveBuffer KERNEL_DEFAULT = new ReceiveBuffer(Basis.KERNEL, 0);

    /** A number of bytes, at least 1. */
    public static ReceiveBuffer ofBytes(long bytes) {
        return new ReceiveBuffer(Basis.BYTES, Math.clamp(bytes, 1, Integer.MAX_VALUE));
    }

    /**
     * The size to ask the kernel for.
     *
     * @param mtu largest packet of the interface, bytes
     * @return empty to leave it to the kernel
     */
    public OptionalInt bytes(int mtu) {
        return switch (basis) {
            case KERNEL -> OptionalInt.empty();
            case BYTES -> OptionalInt.of(count);
            case MTU -> OptionalInt.of(Math.clamp((long) mtu * count, 1, Integer.MAX_VALUE));
        };
    }
}
