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

    /** What {@code vrrp_rx_bufs_policy} asks for. */
    sealed interface Policy {

        /** Nothing. */
        record Kernel() implements Policy {}

        /** So many packets of the interface's MTU as the multiplier says. */
        record Mtu() implements Policy {}

        /** So many adverts of the instance as the multiplier says. */
        record Advert() implements Policy {}

        /** This many bytes. */
        record Bytes(int count) implements Policy {}

        /**
         * Reads {@code MTU}, {@code ADVERT} or a number.
         *
         * @throws IllegalArgumentException worded for the operator
         */
        static Policy of(String word) {
            return switch (word) {
                case "MTU" -> new Mtu();
                case "ADVERT" -> new Advert();
                default -> {
                    if (!word.matches("[1-9]\\d{0,8}")) {
                        throw new IllegalArgumentException(
                                word + " is none of MTU, ADVERT and a number of bytes");
                    }
                    yield new Bytes(Integer.parseInt(word));
                }
            };
        }

        /** The buffer of one instance. */
        default ReceiveBuffer buffer(int multiplier, int advertBytes) {
            return switch (this) {
                case Kernel kernel -> KERNEL_DEFAULT;
                case Mtu mtu -> new ReceiveBuffer(Basis.MTU, multiplier);
                case Advert advert -> ofBytes((long) multiplier * advertBytes);
                case Bytes bytes -> ofBytes(bytes.count());
            };
        }
    }
}
