package org.ninelives.api.system;

/** One change to the addresses of the machine. */
public sealed interface AddressChange {

    InterfaceAddress address();

    /**
     * Puts an address on its interface; one that is there already is left as it is and counts as
     * done.
     */
    record Add(InterfaceAddress address) implements AddressChange {}

    /**
     * Gives an address other attributes; one that is not there is added. It stays on its interface
     * where the kernel can change it in place: everything of IPv6, the lifetime of IPv4. Otherwise
     * it is removed and added in one system call, which for the first IPv4 address of a network
     * takes the other ones of that network away, as {@link Remove} does.
     *
     * @param old the address as it is
     * @param address the address as it shall be
     */
    record Replace(InterfaceAddress old, InterfaceAddress address) implements AddressChange {

        public Replace {
            if (!old.sameAs(address)) {
                throw new IllegalArgumentException(
                        address.prefix() + " cannot replace " + old.prefix());
            }
        }
    }

    /**
     * Takes an address off its interface; one that is not there, or whose interface is gone, counts
     * as done.
     */
    record Remove(InterfaceAddress address) implements AddressChange {}
}
