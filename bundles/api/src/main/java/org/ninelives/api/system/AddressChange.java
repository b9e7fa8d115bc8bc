package org.ninelives.api.system;

/** One change to the addresses of the machine. */
public sealed interface AddressChange {

    InterfaceAddress address();

    /** Puts an address on its interface; one that is there already is left and counts as done. */
    record Add(InterfaceAddress address) implements AddressChange {}

    /**
     * Takes an address off its interface; one that is not there, or whose interface is gone, counts
     * as done.
     */
    record Remove(InterfaceAddress address) implements AddressChange {}
}
