package org.ninelives.notify.email.core;

/**
 * Somebody with an address.
 *
 * @param name what people read beside the address; may be empty
 * @param address local part and domain
 */
public record Recipient(String name, String address) {

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
