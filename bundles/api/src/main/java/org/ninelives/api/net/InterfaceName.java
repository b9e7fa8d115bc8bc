package org.ninelives.api.net;

/**
 * The name of a network interface, as {@code dev_valid_name()} in the kernel's net/core/dev.c
 * accepts it.
 *
 * @param name 1..15 bytes without slash, colon or blank
 */
public record InterfaceName(String name) {

    /** IFNAMSIZ of linux/if.h less the terminating zero. */
    private static final int LENGTH_MAX = 15;

    public InterfaceName {
        if (name.isEmpty()
                || name.length() > LENGTH_MAX
                || name.equals(".")
                || name.equals("..")
                || !name.chars().allMatch(c -> c > ' ' && c != '/' && c != ':' && c != 0x7f)) {
            throw new IllegalArgumentException(
                    "'"
                            + name
                            + "' is not an interface name: 1.."
                            + LENGTH_MAX
                            + " characters, no blank, '/' or ':'");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
